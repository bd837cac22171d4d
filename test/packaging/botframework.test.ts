import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram } from '../cli/program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const [, EXAMPLE = ''] = /<!-- botframework -->\s*```js\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];

/** Posts one message to what the example exports, as a web framework would, and prints what went into the response. */
const POST = `
const activity = {
  type: 'message', id: '1', deliveryMode: 'expectReplies', channelId: 'test', conversation: { id: 'c' },
  from: { id: 'user' }, recipient: { id: 'bot' }, text: 'How long does the desk take?',
};
const sent = {};
const response = {
  status: (code) => { sent.status = code; return response; },
  setHeader: () => response, header: () => response,
  send: (body) => { sent.body = body; return response; },
  end: () => response,
};
await messages({ method: 'POST', headers: {}, body: activity, user: {} }, response);
await zhida.close();
console.log(JSON.stringify({ status: sent.status, texts: sent.body.activities.map(({ text }) => text) }));
`;

let project = '';
beforeAll(() => {
  // Inside the built program, whose name the example imports.
  project = mkdtempSync(join(builtProgram(), 'project-'));
  cpSync(join(ROOT, 'test/workspace/pack'), join(project, 'bot'), { recursive: true });
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const OLDER = EXAMPLE.replace(
  /^import \{ CloudAdapter \}.*$/m,
  "import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';",
).replace('new CloudAdapter()', 'new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))');

test.each([
  ['as it stands', EXAMPLE],
  ['with the older SDK', OLDER],
])('the example in the README, %s', { timeout: 60_000 }, (name, example) => {
  const file = join(project, `${name.replaceAll(' ', '-')}.mjs`);
  writeFileSync(file, example.replace('zhida.db', `${name.length}.db`) + POST);
  const printed = execFileSync(process.execPath, [file], { cwd: project, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } });
  const { status, texts } = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
  expect(status).toBe(200);
  expect(texts).toEqual([expect.stringMatching(/desk/i)]);
});
