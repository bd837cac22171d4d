import { WebSocket } from 'ws';
import { SECRET, type Serving } from '../../server/serving.js';

export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly timestamp?: string;
  readonly from: { readonly id: string; readonly name?: string; readonly role?: string };
  readonly replyToId?: string;
  readonly channelData?: { readonly zhida?: object; readonly clientActivityID?: string };
  readonly attachments?: readonly { readonly contentType: string; readonly content?: object; readonly name?: string }[];
  readonly suggestedActions?: object;
  readonly entities?: readonly object[];
}

/** Everything an answer may hold; a test reads what it expects there. */
interface Body {
  readonly conversationId: string;
  readonly token: string;
  readonly resume: string;
  readonly expires_in: number;
  readonly streamUrl: string;
  readonly id: string;
  readonly activities: readonly Activity[];
  readonly watermark: string;
  readonly error: { readonly code: string; readonly message: string };
}

/** `''` is a keep-alive. */
type Frame = '' | Pick<Body, 'activities' | 'watermark'>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** One request to Direct Line, as a client makes it. */
export async function call(server: Serving, method: string, path: string, credential: string | undefined, body?: unknown): Promise<Answer> {
  const response = await fetch(`${server.url}/v3/directline${path}`, {
    method,
    headers: {
      ...(credential !== undefined && { authorization: `Bearer ${credential}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text === '' ? '{}' : text) as Body };
}

export interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export async function start(server: Serving, user = 'dl_test'): Promise<Started> {
  const generated = await call(server, 'POST', '/tokens/generate', SECRET, { user: { id: user, name: 'Test' } });
  const started = await call(server, 'POST', '/conversations', generated.body.token, {});
  return started.body;
}

export const say = (server: Serving, { conversationId, token }: Started, text: string, more: object = {}): Promise<Answer> =>
  call(server, 'POST', `/conversations/${conversationId}/activities`, token, { type: 'message', from: { id: 'me' }, text, ...more });

export const read = (server: Serving, { conversationId, token }: Started, query = ''): Promise<Answer> =>
  call(server, 'GET', `/conversations/${conversationId}/activities${query}`, token);

/** A WebSocket that keeps what it gets. */
export interface Listening {
  readonly frames: Frame[];
  readonly socket: WebSocket;
  /** Waits until `enough` is true of the frames. */
  until(enough: (frames: readonly Frame[]) => boolean): Promise<void>;
  readonly closed: Promise<number>;
}

export async function listen(url: string, headers: { [name: string]: string } = {}): Promise<Listening> {
  const socket = new WebSocket(url, { headers });
  const frames: Frame[] = [];
  let wake = (): void => {};
  socket.on('message', (data) => {
    const text = data.toString();
    frames.push(text === '' ? '' : JSON.parse(text));
    wake();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        reject(Object.assign(new Error(`refused with ${response.statusCode}`), { status: response.statusCode, body: JSON.parse(body) })),
      );
    });
    socket.once('error', reject);
  });
  return {
    frames,
    socket,
    closed,
    async until(enough) {
      const deadline = setTimeout(() => socket.terminate(), 5000);
      while (!enough(frames)) {
        if (socket.readyState !== WebSocket.OPEN) throw new Error(`closed while waiting; frames: ${JSON.stringify(frames)}`);
        await Promise.race([new Promise<void>((resolve) => (wake = resolve)), closed]);
      }
      clearTimeout(deadline);
    },
  };
}

/** Messages of all frames, in order. */
export const messages = (frames: readonly Frame[]): readonly Activity[] =>
  frames.flatMap((frame) => (frame === '' ? [] : frame.activities)).filter((activity) => activity.type === 'message');
