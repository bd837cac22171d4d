import type { Break } from './broken.table.js';

const GUARDS = 'intents/guards.yaml';

/** Ways to break the guards of the small pack. */
export const GUARD_BREAKS: readonly Break[] = [
  {
    name: 'a rule that names no group',
    break: (pack) => pack.replace(GUARDS, 'none: [asks-why]', 'none: [asks-why, asks-how]'),
    code: 'guard-reference',
    file: GUARDS,
    at: 'name: stolen',
    says: 'asks-how',
  },
  {
    name: 'a group that no rule names',
    break: (pack) => pack.replace(GUARDS, '      asks-why: [', '      asks-who: [谁, who]\n      asks-why: ['),
    code: 'guard-reference',
    file: GUARDS,
    at: 'asks-who',
    says: 'no rule names the group asks-who',
  },
  {
    name: 'an answer that is no text',
    break: (pack) => pack.replace(GUARDS, 'answer: desk-fee', 'answer: card-quote'),
    code: 'guard-reference',
    file: GUARDS,
    at: 'answer: card-quote',
    says: 'card-quote is no intent that answers with a text',
  },
  {
    name: 'an example that is not caught',
    break: (pack) => pack.replace(GUARDS, 'my card was stolen', 'my card is gone'),
    code: 'guard-example',
    file: GUARDS,
    at: 'my card is gone',
    says: 'is not caught',
  },
  {
    name: 'an example that is caught and should be spared',
    break: (pack) => pack.replace(GUARDS, 'harmless: [steal the show]', 'harmless: [steal the thunder]'),
    code: 'guard-example',
    file: GUARDS,
    at: 'spared: [',
    says: '"you steal the show" is caught',
  },
  {
    name: "an intent's own question that runs into a guard of another intent",
    break: (pack) => pack.replace('intents/desk-time.yaml', '换卡要多久\n  en: How', '换卡要多久\n  en: They stole it, how'),
    code: 'guard-example',
    file: 'intents/desk-time.yaml',
    at: 'They stole it',
    says: 'is caught by the guard stolen',
  },
  {
    name: 'a guard without rules',
    break: (pack) => pack.replace(GUARDS, '    rules:\n      - { name: stolen, all: [stolen], none: [asks-why] }\n', '    rules: []\n'),
    code: 'schema',
    file: GUARDS,
    at: 'rules: []',
    says: 'rules',
  },
];
