import type { ChannelKind } from './kind.js';

/** Every platform, in the order that people see. A new one is a folder and a line here. */
export const CHANNELS: readonly ChannelKind[] = [];
