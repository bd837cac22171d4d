/** Something in a transcript that cannot be read, or a run that cannot start: where, what, and what to do about it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly file: string;
  /** From 1; 0 when the problem is with the file or the run as a whole. */
  readonly line: number;
  readonly what: string;
  readonly todo: string;
}

interface Message {
  readonly what: string;
  readonly todo: string;
}

const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const MESSAGES = {
  'text-before-speaker': (line: string) => ({
    what: `\`${line}\` stands before the first message`,
    todo: 'begin it with `user:` or `bot:`, declare the speaker (`user=Ann`), or make it a comment with `>`',
  }),
  'unknown-setting': (name: string, known: readonly string[]) => ({
    what: `\`${name}=\` is no setting`,
    todo: `use one of ${quoted(known)}, or make the line a comment with \`>\``,
  }),
  'bad-setting': (name: string) => ({
    what: `\`${name}=\` needs a value without \`=\`, \`:\`, \`[\` or \`>\``,
    todo: `write a plain value: \`${name}=Ann\``,
  }),
  'same-name': (name: string) => ({ what: `\`${name}\` names both user and bot`, todo: 'give the two different names' }),
  'unknown-header': (name: string, meant: string) => ({
    what: `\`> ${name}:\` is no header, and looks like \`> ${meant}:\``,
    todo: `write \`> ${meant}:\`; for a comment, choose another first word`,
  }),
  'repeated-header': (name: string, first: number) => ({
    what: `\`${name}\` is set a second time, after line ${first}`,
    todo: 'keep one of the two lines',
  }),
  'bad-id': () => ({
    what: 'the id is empty or has other characters than letters, digits, `.`, `_`, `-`',
    todo: 'write `> id: wechat-5000`',
  }),
  'bad-title': () => ({ what: 'the title is empty', todo: 'write `> title: a few words`, or remove the line' }),
  'bad-tags': () => ({ what: 'a tag is empty or has a space in it', todo: 'write words with commas between: `> tags: smoke, fees`' }),
  'bad-locale': (value: string) => ({ what: `\`${value}\` is no language tag`, todo: 'write one such as `zh-CN` or `en`' }),
  'bad-mask': () => ({ what: 'a mask is a name and a regular expression', todo: 'write `> mask: ref=[A-Z]{3}-\\d+`' }),
  'bad-mask-pattern': (reason: string) => ({
    what: `the mask's regular expression cannot be used: ${reason}`,
    todo: 'correct the expression; it is read with the flag `u`, and must match at least one character',
  }),
  'unknown-speaker': (name: string, meant: string) => ({
    what: `\`${name}:\` is no speaker, and looks like \`${meant}:\``,
    todo: `write \`${meant}:\`; if it is text of the message, write \`\\${name}:\``,
  }),
  'wide-colon': (name: string) => ({
    what: `a full-width colon follows the speaker \`${name}\``,
    todo: `write \`${name}:\` with an ASCII colon; if it is text of the message, put \`\\\` before it`,
  }),
  'unclosed-card': (name: string) => ({
    what: `\`[${name}\` is never closed`,
    todo: `end the card with a line \`]\`; if it is text of the message, write \`\\[${name}\``,
  }),
  'empty-user': () => ({ what: 'the user says nothing', todo: 'write a message after `user:`, or remove the line' }),
  'empty-bot': () => ({ what: 'the bot says nothing', todo: 'write its text after `bot:`, or `bot: ...` for any text' }),
  'no-user-message': () => ({ what: 'no message of the user to replay', todo: 'add a line `user: …`' }),
  'assertion-without-reply': (name: string) => ({
    what: `\`@${name}\` follows no reply of the bot to a user`,
    todo: 'put it after the `bot:` message that it is about; `bot: ...` stands for any text',
  }),
  'unknown-assertion': (name: string, known: readonly string[]) => ({
    what: `\`@${name}\` is no assertion`,
    todo: `use one of ${quoted(known.map((each) => `@${each}`))}`,
  }),
  'bad-assertion': (name: string, why: string, usage: string) => ({ what: `\`@${name}\` ${why}`, todo: `write \`> ${usage}\`` }),
  'bad-json': (reason: string) => ({ what: `this is no JSON: ${reason}`, todo: 'export the transcript again, or correct it here' }),
  'no-activities': () => ({ what: 'a transcript is a JSON array of activities', todo: 'put the activities into `[…]`' }),
  'bad-activity': (index: number, why: string) => ({
    what: `activity ${index} (counting from 0) ${why}`,
    todo: 'correct or remove that activity',
  }),
  'no-such-path': () => ({ what: 'there is no such file or folder', todo: 'check the path' }),
  'not-a-chat': () => ({ what: 'this is no `.chat` file', todo: 'name a folder or a file that ends in `.chat`' }),
  'not-utf8': () => ({ what: 'the file is not UTF-8', todo: 'save it as UTF-8' }),
  'no-transcripts': (paths: readonly string[]) => ({ what: `no \`.chat\` file under ${quoted(paths)}`, todo: 'check the paths' }),
  'nothing-selected': (files: number) => ({
    what: `none of ${files} transcripts has the wanted tags and words`,
    todo: 'check the filter and the tags',
  }),
  'update-in-ci': () => ({
    what: 'transcripts are not updated in CI',
    todo: 'run with `--update` on your machine, read the changes, and commit them',
  }),
} satisfies { readonly [code: string]: (...details: never[]) => Message };

export type ProblemCode = keyof typeof MESSAGES;

/** A place to report at: `problemAt(file, 7)('unknown-speaker', 'usr', 'user')`. */
export function problemAt(file: string, line: number) {
  return <C extends ProblemCode>(code: C, ...details: Parameters<(typeof MESSAGES)[C]>): Problem => {
    const write = MESSAGES[code] as (...details: readonly unknown[]) => Message;
    return { code, file, line, ...write(...details) };
  };
}

/** One line for people and editors: `file:line: what; what to do [code]`. */
export function formatProblem({ code, file, line, what, todo }: Problem): string {
  const place = [file, line > 0 ? String(line) : ''].filter((part) => part !== '').join(':');
  return `${place === '' ? '' : `${place}: `}${what}; ${todo} [${code}]`;
}
