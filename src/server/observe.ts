import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Bot } from '../bot/bot.js';
import type { Metrics } from './metrics.js';

/**
 * The same bot, measured: each turn is counted and is a span of OpenTelemetry, which is nothing until a process registers an SDK.
 * `seconds` reads a clock that never goes back.
 */
export function observed(bot: Bot, metrics: Metrics, seconds: () => number): Bot {
  const tracer = trace.getTracer('zhida');
  return {
    ...bot,
    turn: (incoming) =>
      tracer.startActiveSpan('zhida.turn', async (span) => {
        const began = seconds();
        metrics.waiting(1);
        try {
          const result = await bot.turn(incoming);
          if (!result.ok) {
            metrics.failedTurn(result.error.kind);
            span.setAttribute('zhida.refused', result.error.kind);
            return result;
          }
          const { kind, language, intents } = result.value.reply;
          const ids = intents.map(({ id }) => id);
          metrics.turn({ kind, language, intents: ids }, seconds() - began);
          span.setAttributes({ 'zhida.kind': kind, 'zhida.language': language, 'zhida.intents': ids });
          return result;
        } catch (error) {
          metrics.failedTurn('error');
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          metrics.waiting(-1);
          span.end();
        }
      }),
  };
}
