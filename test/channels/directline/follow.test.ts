import { beforeEach, expect, test } from 'vitest';
import type { ConversationId } from '../../../src/bot/ports.js';
import { createFollower } from '../../../src/channels/directline/follow.js';

const id = (name: string): ConversationId => name as ConversationId;
const [A, B] = [id('a'), id('b')];

let stored: Map<ConversationId, number>;
let asked: string[];
let heard: string[];
beforeEach(() => {
  stored = new Map([
    [A, 3],
    [B, 0],
  ]);
  asked = [];
  heard = [];
});

const follower = () =>
  createFollower(
    async (ids) => {
      asked.push(ids.join('+'));
      return new Map(ids.flatMap((each) => (stored.has(each) ? [[each, stored.get(each) ?? 0]] : [])));
    },
    (conversation) => heard.push(conversation),
    (conversation) => heard.push(`${conversation} is gone`),
  );

test('one question for all; the first look always tells, later ones only of what is new', async () => {
  const one = follower();
  one.follow(A);
  one.follow(B);
  await one.look(1000);
  await one.look(1250);
  stored.set(B, 1);
  await one.look(1500);
  expect(asked).toEqual(['a+b', 'a+b', 'a+b']);
  expect(heard).toEqual(['a', 'b', 'b']);
});

test('a quiet conversation is looked at less and less often, a new turn brings it back', async () => {
  const one = follower();
  one.follow(A);
  const looks: number[] = [];
  for (let now = 0; now <= 400_000; now += 250) {
    if (now === 390_000) stored.set(A, 4);
    const before = asked.length;
    await one.look(now);
    if (asked.length > before) looks.push(now);
  }
  const gaps = looks.map((now, index) => now - (looks[index - 1] ?? 0));
  expect(gaps.slice(1, 20)).toEqual(Array.from({ length: 19 }, () => 250));
  expect(Math.max(...gaps)).toBe(5000);
  expect(gaps.at(-1)).toBe(250);
  expect(heard).toEqual(['a', 'a']);
});

test('nothing is asked for nobody, nor after the last one left', async () => {
  const one = follower();
  await one.look(0);
  one.follow(A);
  one.leave(A);
  await one.look(1000);
  expect(asked).toEqual([]);
});

test('a conversation that was erased elsewhere is told', async () => {
  const one = follower();
  one.follow(A);
  await one.look(0);
  stored.delete(A);
  await one.look(1000);
  expect(heard).toEqual(['a', 'a is gone']);
});

test('a slow store is asked again only after it has answered, and after it has failed', async () => {
  const answers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const one = createFollower(
    () => new Promise((resolve, reject) => answers.push({ resolve: () => resolve(new Map([[A, 1]])), reject })),
    (conversation) => heard.push(conversation),
    () => {},
  );
  one.follow(A);
  const first = one.look(0);
  await one.look(1000);
  expect(answers).toHaveLength(1);
  answers[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  const second = one.look(2000);
  answers[1]?.resolve();
  await second;
  expect(heard).toEqual(['a']);
});
