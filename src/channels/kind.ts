import { z } from 'zod';
import type { Channel } from './channel.js';

/** The variables of a channel, by name; each schema reads a string that is not empty. What is optional or has a default may be left out. */
export type Variables = { readonly [variable: string]: z.ZodType };

/** How a channel stands in the configuration. */
export type Configured =
  /** None of its variables is set: it has no route. */
  | { readonly kind: 'absent' }
  /** Some are set, and these are missing or wrong, each in a line: it has no route, and the program says so. */
  | { readonly kind: 'broken'; readonly problems: readonly string[] }
  | { readonly kind: 'ready'; readonly channel: Channel };

/** A platform that Zhida can be on, configured or not. */
export interface ChannelKind {
  readonly id: string;
  /** As people call the platform. */
  readonly name: string;
  readonly variables: readonly { readonly name: string; readonly required: boolean }[];
  configure(env: { readonly [variable: string]: string | undefined }): Configured;
}

/** Makes a kind of channel of its variables and of what builds it from their values. */
export function defineChannel<V extends Variables>(definition: {
  readonly id: string;
  readonly name: string;
  readonly variables: V;
  /** What is wrong with values that are right one by one. */
  readonly check?: (values: z.infer<z.ZodObject<V>>) => readonly string[];
  readonly create: (values: z.infer<z.ZodObject<V>>) => Channel;
}): ChannelKind {
  const { id, name, create, check = () => [] } = definition;
  const schema = z.object(definition.variables);
  const variables = Object.entries(definition.variables).map(([variable, type]) => ({
    name: variable,
    required: !type.safeParse(undefined).success,
  }));
  return {
    id,
    name,
    variables,
    configure(env) {
      const given = Object.fromEntries(
        variables.flatMap(({ name: variable }) => (env[variable]?.trim() ? [[variable, env[variable]?.trim()]] : [])),
      );
      if (Object.keys(given).length === 0) return { kind: 'absent' };
      const parsed = schema.safeParse(given);
      if (parsed.success) {
        const problems = check(parsed.data);
        return problems.length > 0 ? { kind: 'broken', problems } : { kind: 'ready', channel: create(parsed.data) };
      }
      const problems = parsed.error.issues.map(({ path, message }) => {
        const variable = path.join('.');
        return Object.hasOwn(given, variable) ? `${variable} ${message}` : `${variable} is missing: ${name} needs it`;
      });
      return { kind: 'broken', problems };
    },
  };
}
