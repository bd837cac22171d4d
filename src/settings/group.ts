import type { z } from 'zod';
import { err, ok, type Result } from '../base/result.js';

/** What is wrong with one setting; `message` continues its name and says what to do. */
export interface Fault {
  readonly name: string;
  readonly message: string;
}

/** Settings that one part of the program understands. They stand beside that part; the configuration has the list of all groups. */
export interface SettingGroup<Options> {
  /** Names of its environment variables. */
  readonly names: readonly string[];
  /** Off, with options `undefined`, as long as none of its variables is set. */
  readonly isOptional: boolean;
  /** Whether this text of a variable comes from the environment only and is never shown. */
  isSecret(name: string, text: string): boolean;
  /** Reads the texts that are set; every fault at once. */
  read(texts: ReadonlyMap<string, string>): Result<Options, readonly Fault[]>;
}

/** What is made of the text of each variable, its default and what is refused. */
type Variables = { readonly [name: string]: z.ZodType };
type Values<V extends Variables> = { readonly [Name in keyof V]: z.output<V[Name]> };

interface Definition<V extends Variables, Options> {
  readonly variables: V;
  /** Secrets by name: always, or when the text holds one. */
  readonly secrets?: { readonly [Name in keyof V]?: true | ((text: string) => boolean) };
  /** Faults of values that are each right but do not go together. */
  readonly check?: (values: Values<V>) => readonly Fault[];
  readonly options: (values: Values<V>) => Options;
}

/** A group of a part that always runs. */
export function settingGroup<const V extends Variables, Options>(definition: Definition<V, Options>): SettingGroup<Options> {
  const { variables, secrets, check = () => [], options } = definition;
  return {
    names: Object.keys(variables),
    isOptional: false,
    isSecret(name, text) {
      const rule = secrets?.[name];
      return typeof rule === 'function' ? rule(text) : rule === true;
    },
    read(texts) {
      const faults: Fault[] = [];
      const values = Object.entries(variables).map(([name, reader]) => {
        const read = reader.safeParse(texts.get(name));
        if (read.success) return [name, read.data];
        faults.push({ name, message: texts.has(name) ? (read.error.issues[0]?.message ?? 'is not valid') : 'is missing' });
        return [name, undefined];
      });
      if (faults.length > 0) return err(faults);
      const all = Object.fromEntries(values) as Values<V>;
      const misfits = check(all);
      return misfits.length > 0 ? err(misfits) : ok(options(all));
    },
  };
}

/** A group of a part that runs only when it is configured. Once one of its variables is set, those without a default are needed. */
export function optionalGroup<const V extends Variables, Options>(definition: Definition<V, Options>): SettingGroup<Options | undefined> {
  const group = settingGroup(definition);
  return {
    ...group,
    isOptional: true,
    read(texts) {
      const first = group.names.find((name) => texts.has(name));
      if (first === undefined) return ok(undefined);
      const read = group.read(texts);
      if (read.ok) return read;
      return err(
        read.error.map(({ name, message }) => ({ name, message: texts.has(name) ? message : `is missing: ${first} is set and needs it` })),
      );
    },
  };
}
