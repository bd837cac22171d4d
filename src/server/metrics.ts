import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isOperator } from './operator.js';

/** What the server runs with at the moment of a reading. */
export interface RunningWith {
  readonly version: string;
  /** Content hash. */
  readonly pack: string;
  /** Which model of it answers. */
  readonly model: string;
  readonly store: string;
  /** Whether the store takes writes. */
  readonly isStoreReady: boolean;
}

/** Counts for Prometheus. Names of intents are labels, texts never are. */
export interface Metrics {
  turn(turn: { readonly kind: string; readonly language: string; readonly intents: readonly string[] }, seconds: number): void;
  failedTurn(reason: string): void;
  refused(limit: string): void;
  /** A verdict of a user on an answer. */
  feedback(verdict: { readonly rating: string; readonly reason?: string }): void;
  /** Messages that wait for their answer: one more, one less. */
  waiting(change: 1 | -1): void;
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export function createMetrics(runningWith: () => Promise<RunningWith>): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({ name: 'zhida_turns_total', help: 'Answered messages', labelNames: ['kind', 'language'], registers });
  const intents = new Counter({ name: 'zhida_intents_total', help: 'What was asked', labelNames: ['intent'], registers });
  const failures = new Counter({ name: 'zhida_failed_turns_total', help: 'Messages without an answer', labelNames: ['reason'], registers });
  const refusals = new Counter({ name: 'zhida_refusals_total', help: 'Requests refused as too many', labelNames: ['limit'], registers });
  const verdicts = new Counter({
    name: 'zhida_feedback_total',
    help: 'Verdicts of users on answers',
    labelNames: ['rating', 'reason'],
    registers,
  });
  const latency = new Histogram({ name: 'zhida_turn_seconds', help: 'From a message to its stored answer', buckets: SECONDS, registers });
  const queue = new Gauge({ name: 'zhida_turns_in_work', help: 'Messages that wait for their answer', registers });
  const store = new Gauge({ name: 'zhida_store_ready', help: '1 when the store takes writes', registers });
  const running = new Gauge({
    name: 'zhida_running',
    help: '1 for what the server runs with',
    labelNames: ['version', 'pack', 'model', 'store'],
    registers,
  });

  return {
    turn({ kind, language, intents: asked }, seconds) {
      turns.inc({ kind, language });
      for (const intent of asked) intents.inc({ intent });
      latency.observe(seconds);
    },
    failedTurn: (reason) => failures.inc({ reason }),
    feedback: ({ rating, reason = '' }) => verdicts.inc({ rating, reason }),
    refused: (limit) => refusals.inc({ limit }),
    waiting: (change) => queue.inc(change),
    async read() {
      const { isStoreReady, ...labels } = await runningWith();
      store.set(isStoreReady ? 1 : 0);
      running.reset();
      running.set(labels, 1);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** `GET /metrics`, for programs on this machine and for whoever has the operator's key; for others there is nothing here. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, key: string | undefined): void {
  app.get('/metrics', { config: { isVital: true } }, async (request, reply) => {
    if (!isOnThisMachine(request) && !(key !== undefined && isOperator(request, key))) {
      reply.callNotFound();
      return reply;
    }
    const { type, text } = await metrics.read();
    return reply.type(type).send(text);
  });
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** A proxy on this machine brings requests of others, and says so. */
const isOnThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);
