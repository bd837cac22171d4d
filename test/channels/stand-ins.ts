import type { ChannelKind } from '../../src/channels/kind.js';
import { CHANNELS } from '../../src/channels/list.js';
import { PLATFORMS } from './platforms/list.js';
import type { StandIn } from './stand-in.js';
import { wechatStandIn } from './wechat/stand-in.js';
import { wecomStandIn } from './wecom/stand-in.js';
import { wecomKfStandIn } from './wecom-kf/stand-in.js';

const STAND_INS: ReadonlyMap<string, () => StandIn> = new Map<string, () => StandIn>([
  ['wechat', wechatStandIn],
  ['wecom', wecomStandIn],
  ['wecom-kf', wecomKfStandIn],
  ...PLATFORMS.map((platform) => [platform().id, platform] as const),
]);

/** Every channel with the platform that plays its other side. */
export const PLAYED_CHANNELS: readonly { readonly kind: ChannelKind; readonly standIn: () => StandIn }[] = CHANNELS.map((kind) => {
  const standIn = STAND_INS.get(kind.id);
  if (!standIn) throw new Error(`nobody plays ${kind.name}`);
  return { kind, standIn };
});
