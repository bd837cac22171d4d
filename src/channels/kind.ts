import type { z } from 'zod';
import { type Fault, optionalGroup, type SettingGroup } from '../settings/group.js';
import type { Channel } from './channel.js';

/** A platform that Zhida can be on. It has a route only once it is configured; what is half configured stops the program with every fault. */
export interface ChannelKind {
  readonly id: string;
  /** As people call the platform. */
  readonly name: string;
  readonly settings: SettingGroup<Channel | undefined>;
}

type Variables = { readonly [variable: string]: z.ZodType };
type Values<V extends Variables> = { readonly [Name in keyof V]: z.output<V[Name]> };

/** Makes a kind of channel of its variables and of what builds it from their values. */
export function defineChannel<const V extends Variables>(definition: {
  readonly id: string;
  readonly name: string;
  /** By environment variable. What is optional or has a default may be left out; messages continue the variable's name. */
  readonly variables: V;
  /** Never shown, and never read from a file. */
  readonly secrets: { readonly [Name in keyof V]?: true };
  /** Faults of values that are right one by one. */
  readonly check?: (values: Values<V>) => readonly Fault[];
  readonly create: (values: Values<V>) => Channel;
}): ChannelKind {
  const { id, name, variables, secrets, check, create } = definition;
  return { id, name, settings: optionalGroup<V, Channel>({ variables, secrets, ...(check && { check }), options: create }) };
}
