import { z } from 'zod';
import type { ChannelIo, SendOutcome } from '../channel.js';
import { bearer, postJson } from '../outbound/call.js';
import { outcomeOf, retry } from '../outcome.js';
import type { WhatsAppTarget } from './events.js';
import type { WhatsAppPart } from './render.js';

const Failure = z.object({ error: z.object({ code: z.int(), message: z.string().default('') }) });

/** Too fast, a busy platform, or a token that has ended: codes that pass, whatever the status. */
const PASSING: ReadonlySet<number> = new Set([1, 2, 4, 190, 80007, 130429, 131000, 131016, 131048, 131056, 131057]);

export async function sendWhatsApp(
  { base, token, phoneNumber }: { readonly base: string; readonly token: string; readonly phoneNumber: string },
  { to }: WhatsAppTarget,
  part: WhatsAppPart,
  io: ChannelIo,
): Promise<SendOutcome> {
  const body = { messaging_product: 'whatsapp', recipient_type: 'individual', to, ...part };
  const answer = await postJson(io, `${base}/${phoneNumber}/messages`, body, bearer(token));
  const failure = Failure.safeParse(answer.body);
  if (!failure.success) return outcomeOf(answer);
  const { code, message: detail } = failure.data.error;
  const reason = `error ${code}: ${detail}`;
  return PASSING.has(code)
    ? retry(reason, answer.retryAfter)
    : answer.status >= 400
      ? outcomeOf(answer, reason)
      : { kind: 'refused', reason };
}
