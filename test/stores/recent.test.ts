import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConversationId, StoredConversation } from '../../src/bot/ports.js';
import { createRecent } from '../../src/stores/sqlite/recent.js';

const MOST = 3;

test('keeps what was used last, as a list that is searched does', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e').map((name) => name as ConversationId);
  const step = fc.oneof(
    fc.record({ kind: fc.constant('get' as const), id }),
    fc.record({ kind: fc.constant('set' as const), id, version: fc.option(fc.nat(9), { nil: undefined }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const recent = createRecent(MOST);
      let naive: { id: ConversationId; now: StoredConversation }[] = [];
      for (const each of steps) {
        const found = naive.find((one) => one.id === each.id);
        const rest = naive.filter((one) => one.id !== each.id);
        if (each.kind === 'get') {
          expect(recent.get(each.id)).toEqual(found?.now);
          if (found) naive = [...rest, found];
        } else {
          const now = each.version === undefined ? undefined : { state: '{}', version: each.version };
          recent.set(each.id, now);
          naive = (now ? [...rest, { id: each.id, now }] : rest).slice(-MOST);
        }
      }
    }),
  );
});
