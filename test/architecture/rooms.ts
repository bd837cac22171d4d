/** What a room may import of another: its values, or types alone. */
export type Reach = 'values' | 'types';

export interface Room {
  readonly mayImport: { readonly [room: string]: Reach };
  /** npm packages, without what stands below them. */
  readonly packages: readonly string[];
  /** Whether files, network and the clock are within reach (`node:*`, `Date.now()` …). */
  readonly io: boolean;
}

const core = (mayImport: Room['mayImport'], packages: readonly string[] = []): Room => ({ mayImport, packages, io: false });
const outer = (mayImport: Room['mayImport'], packages: readonly string[] = []): Room => ({ mayImport, packages, io: true });

/** The rooms of src/ in the order of DESIGN.md: who may know whom. */
export const ROOMS: { readonly [name: string]: Room } = {
  base: core({}),
  text: core({ base: 'values' }, ['natural', 'opencc-js', 'pinyin-pro']),
  knowledge: core({ base: 'values', text: 'values' }),
  understanding: core({ base: 'values', text: 'values', knowledge: 'types' }),
  fees: core({ base: 'values', knowledge: 'types' }),
  dialog: core({ base: 'values', text: 'values', knowledge: 'values', understanding: 'values', fees: 'values' }, ['zod']),
  answers: core({ base: 'values', text: 'values', knowledge: 'values', fees: 'values', dialog: 'types' }),
  rendering: core({ base: 'values', knowledge: 'types', fees: 'types', answers: 'types' }),
  bot: core({
    base: 'values',
    text: 'values',
    knowledge: 'values',
    understanding: 'values',
    fees: 'values',
    dialog: 'values',
    answers: 'values',
    rendering: 'values',
  }),
  settings: core({ base: 'values' }, ['zod']),
  stores: outer({ base: 'values', dialog: 'values', bot: 'types', settings: 'values' }, ['libsql', 'pg', 'zod']),
  workspace: outer({ base: 'values', text: 'values', knowledge: 'values', understanding: 'values', bot: 'values' }, [
    'mdast',
    'mdast-util-from-markdown',
    'mdast-util-gfm-table',
    'micromark-extension-gfm-table',
    'yaml',
    'zod',
  ]),
  channels: outer({ base: 'values', rendering: 'values', bot: 'types', settings: 'values' }, [
    '@microsoft/agents-hosting',
    'fast-xml-parser',
    'fastify',
    'ws',
    'zod',
  ]),
  server: outer({ base: 'values', text: 'values', bot: 'types', settings: 'values', channels: 'values', stores: 'values' }, [
    '@opentelemetry/api',
    'fastify',
    'pg',
    'pino',
    'prom-client',
    'rate-limiter-flexible',
    'zod',
  ]),
  widget: { mayImport: { channels: 'types' }, packages: [], io: true },
  transcripts: outer(
    {
      base: 'values',
      text: 'values',
      knowledge: 'values',
      understanding: 'values',
      dialog: 'values',
      answers: 'types',
      rendering: 'types',
      bot: 'values',
      settings: 'values',
      stores: 'values',
    },
    ['zod'],
  ),
  evaluation: core({ base: 'values', knowledge: 'types', understanding: 'values', dialog: 'values', bot: 'values' }),
  cli: outer(
    {
      base: 'values',
      text: 'values',
      knowledge: 'values',
      understanding: 'values',
      fees: 'values',
      dialog: 'values',
      answers: 'values',
      rendering: 'values',
      bot: 'values',
      settings: 'values',
      stores: 'values',
      workspace: 'values',
      channels: 'values',
      server: 'values',
      transcripts: 'values',
      evaluation: 'values',
    },
    ['zod'],
  ),
};

/** Packages that one file alone may import. */
export const ONE_FILE_PACKAGES: { readonly [file: string]: string } = { 'transcripts/vitest.ts': 'vitest' };
