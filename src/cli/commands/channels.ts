import { parseArgs } from 'node:util';
import type { Channel } from '../../channels/channel.js';
import type { ChannelKind } from '../../channels/kind.js';
import { CHANNELS } from '../../channels/list.js';
import { type ChannelState, channelState } from '../channel-states.js';
import { type Command, UsageError } from '../command.js';
import { settingTexts } from '../configuration.js';
import { tableLines } from '../table.js';

export const channels: Command = {
  name: 'channels',
  usage: '[check NAME [URL]]',
  summary:
    'lists the messaging channels: what is configured and what is missing; check tries the handshake of one, or the URL that its console has called',
  run: async (args, { stdout, stderr, env }) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const texts = settingTexts(env);
    const [action, name, called] = positionals;
    if (action === undefined) {
      const rows = CHANNELS.map((kind) => [kind.id, kind.name, ...describeState(kind, channelState(kind, texts))]);
      stdout.write(`${tableLines(['channel', 'platform', 'state', ''], rows).join('\n')}\n`);
      return rows.some(([, , state]) => state === 'broken') ? 1 : 0;
    }
    const kind = CHANNELS.find(({ id }) => id === name);
    if (action !== 'check' || positionals.length < 2 || positionals.length > 3)
      throw new UsageError('give nothing, or check and the name of a channel');
    if (!kind) throw new UsageError(`there is no channel "${name}"; there are ${CHANNELS.map(({ id }) => id).join(', ')}`);
    const problems = check(kind, channelState(kind, texts), called);
    if (problems.length > 0) stderr.write(`${problems.join('\n')}\n`);
    else stdout.write(`${kind.name} is configured: the handshake is answered at ${pathOf(kind)}\n`);
    return problems.length > 0 ? 1 : 0;
  },
};

const pathOf = ({ id }: Pick<ChannelKind, 'id'>): string => `/channels/${id}`;

function describeState(kind: ChannelKind, state: ChannelState): readonly [state: string, details: string] {
  switch (state.kind) {
    case 'ready':
      return ['configured', `${pathOf(kind)}${state.channel.send ? '' : ', answers in the exchange alone'}`];
    case 'broken':
      return ['broken', state.problems.join('; ')];
    case 'off':
      return ['off', `needs ${state.needs.join(', ')}`];
  }
}

/** What keeps the channel from working, as far as this machine can tell. */
function check(kind: ChannelKind, state: ChannelState, called: string | undefined): readonly string[] {
  switch (state.kind) {
    case 'broken':
      return state.problems;
    case 'off':
      return [`${kind.name} is off: set ${state.needs.join(', ')}`];
    case 'ready':
      return called === undefined ? tryHandshake(state.channel) : tryCall(state.channel, called);
  }
}

function tryHandshake(channel: Channel): readonly string[] {
  const now = new Date();
  const { request, answer } = channel.handshake(now);
  const received = channel.receive(request, now);
  if (received.kind === 'reject') return [`the handshake is refused: ${received.reason}`];
  const given = received.kind === 'respond' ? received.response.body : '';
  return answer === undefined || given === answer ? [] : [`the handshake is answered with ${given}, and not with ${answer}`];
}

/** The handshake as the platform's console made it, at its time: whether the secrets here are those that it signs and seals with. */
function tryCall(channel: Channel, called: string): readonly string[] {
  if (!URL.canParse(called, 'https://here')) throw new UsageError(`${called} is no URL`);
  const { searchParams } = new URL(called, 'https://here');
  const seconds = Number(searchParams.get('timestamp') ?? Number.NaN);
  const at = Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date();
  const received = channel.receive({ method: 'GET', headers: {}, query: searchParams, body: Buffer.alloc(0) }, at);
  switch (received.kind) {
    case 'respond':
      return [];
    case 'reject':
      return [`the platform's handshake is refused: ${received.reason}`];
    case 'events':
      return ['this is no handshake'];
  }
}
