// Load over kept-alive sockets, one request at a time on each. As little as can be: the generator shares the machine with what it measures.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/** One connection to a server. `post` resolves to the answer, parsed. */
export async function connection(port) {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting;
  let received = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    if (received.length < end + 4 + length) return;
    const body = received.subarray(end + 4, end + 4 + length).toString();
    received = Buffer.alloc(0);
    if (!/^HTTP\/1\.1 20[01] /.test(head)) throw new Error(`${head.split('\r\n')[0]} ${body}`);
    const answered = waiting;
    waiting = undefined;
    answered(body);
  });
  socket.on('close', () => {
    if (waiting) throw new Error('the server closed a connection');
  });
  return {
    post(path, headers, body) {
      const answer = new Promise((resolve) => {
        waiting = resolve;
      });
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\n${headers}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return answer;
    },
    close() {
      waiting = undefined;
      socket.destroy();
    },
  };
}

/** Sends on every connection until so many seconds are over. Latencies in milliseconds. */
export async function load(senders, seconds) {
  const latencies = [];
  const began = performance.now();
  await Promise.all(
    senders.map(async (send) => {
      for (let sent = performance.now(); sent < began + seconds * 1000; sent = performance.now()) {
        await send();
        latencies.push(performance.now() - sent);
      }
    }),
  );
  return { latencies, seconds: (performance.now() - began) / 1000 };
}
