import type { PerLanguage } from '../../base/language.js';
import { toTraditional } from '../../text/traditional.js';
import { replaced } from './subject.js';
import { placesOf, type VariantRule } from './variant.js';

/** `undefined` for a text that the change left as it was. */
const changed = (before: string, after: string): string | undefined => (after === before || after.trim() === '' ? undefined : after);

export const traditional: VariantRule = { name: 'traditional', apply: ({ text }) => changed(text, toTraditional(text)) };

/** Letters and digits as an input method set to full width types them. */
export const fullWidth: VariantRule = {
  name: 'full width',
  apply: ({ text }) =>
    changed(
      text,
      text.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
    ),
};

export const letterCase: VariantRule = {
  name: 'case',
  apply({ text }, dice) {
    const forms = [
      text.toUpperCase(),
      text.toLowerCase(),
      text.replace(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
    ];
    return dice.pick(forms.filter((form) => form !== text));
  },
};

/** Spaces where none belong, doubled ones, or one between two words left out. */
export const spaces: VariantRule = {
  name: 'spaces',
  apply(subject, dice) {
    const { text } = subject;
    const inside = placesOf(subject, /^\p{Script=Han}$/u).filter((at) => at > 0 && !subject.isNumber(at - 1));
    const between = [...text.matchAll(/(?<=[a-z]) (?=[a-z])/gi)].map(({ index }) => index);
    const at = dice.pick([...inside, ...between]);
    if (at === undefined) return undefined;
    if (text.charAt(at) !== ' ') return replaced(text, { start: at, end: at }, ' ');
    return replaced(text, { start: at, end: at + 1 }, dice.pick(['  ', '']) ?? '');
  },
};

const ENDINGS: PerLanguage<readonly string[]> = {
  zh: ['？', '。', '！', '~', '？？', '……', '，', '!!'],
  en: ['?', '.', '!', '...', '!!', ' ?', '??'],
};
const INNER = /(?<!\d)[，、,]|[，、,](?!\d)/g;

/** Another ending, or none, or no marks at all inside. */
export const punctuation: VariantRule = {
  name: 'punctuation',
  apply({ text, language }, dice) {
    const bare = text.replace(/[\s?？。.!！~…，,]+$/u, '');
    const ended = ENDINGS[language].map((ending) => bare + ending);
    const inner = text.replace(INNER, ' ').replace(/ {2,}/g, ' ');
    const form = dice.pick([bare, inner, text.replace(/['’]/g, ''), ...ended].filter((each) => each !== text && each !== ''));
    return form;
  },
};

const EMOJI = ['😂', '🙏', '😭', '🤔', '👍', '😅', '🥺', '[捂脸]', '[doge]'];

export const emoji: VariantRule = {
  name: 'emoji',
  apply({ text }, dice) {
    const one = dice.pick(EMOJI) ?? '';
    return dice.pick([`${text}${one}`, `${text} ${one}${one}`, `${one}${text}`]);
  },
};

const COURTESIES: PerLanguage<readonly (readonly [before: string, after: string])[]> = {
  zh: [
    ['请问', ''],
    ['你好，', ''],
    ['麻烦问一下，', ''],
    ['亲，', ''],
    ['那个…', ''],
    ['', '，谢谢'],
    ['', '，急'],
    ['您好，', '，多谢啦'],
    ['', '哈'],
    ['老师，', ''],
  ],
  en: [
    ['Hi, ', ''],
    ['excuse me, ', ''],
    ['um, ', ''],
    ['', ' please'],
    ['', ', thanks'],
    ['hello, ', ', thank you!'],
    ['', ' pls'],
    ['Sorry, ', ''],
    ['', ' mate'],
  ],
};

export const courtesy: VariantRule = {
  name: 'politeness',
  apply({ text, language }, dice) {
    const [before, after] = dice.pick(COURTESIES[language]) ?? ['', ''];
    const bare = after === '' ? text : text.replace(/[\s?？。.!！]+$/u, '');
    return `${before}${bare}${after}`;
  },
};
