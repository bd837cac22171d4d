// The chat page: what is shown, and what happens on a key or a tap.
import { button, element, isWide, replyElements } from './blocks.js';
import { createConnection, Refused } from './connection.js';
import { rememberedLanguage, rememberLanguage } from './memory.js';
import { WORDING } from './wording.js';

/** @typedef {import('./connection.js').Activity} Activity */

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function part(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no #${id}`);
}

const transcript = part('transcript', HTMLElement);
const messages = part('messages', HTMLOListElement);
const welcome = part('welcome', HTMLElement);
const typing = part('typing', HTMLElement);
const suggestions = part('suggestions', HTMLElement);
const status = part('status', HTMLElement);
const announcer = part('announcer', HTMLElement);
const composer = part('composer', HTMLFormElement);
const input = part('message', HTMLTextAreaElement);
const sendButton = part('send', HTMLButtonElement);

// Chromium lets the keyboard scroll it by itself; other browsers need it in the tab order.
transcript.tabIndex = 0;

let language = rememberedLanguage();
/** @type {Map<string, { activity: Activity, item: HTMLElement }>} What has been shown, by id. */
const shown = new Map();
/** @type {Map<string, HTMLElement>} Messages on their way, by client id. */
const pending = new Map();
/** @type {Map<import('./wording.js').Language, { text: string, prompts: string[] }>} The bot's own greeting, once it is known. */
const greetings = new Map();
/** @type {'ended' | 'offline' | 'unavailable' | undefined} */
let notice;
/** The history has come in; what comes from now on is new, and is announced. */
let restored = false;

const words = () => WORDING[language];

const connection = createConnection({
  activity: receive,
  restored() {
    restored = true;
  },
  state(state) {
    notice = state === 'online' ? (notice === 'ended' ? 'ended' : undefined) : state;
    showNotice();
  },
  ended() {
    notice = 'ended';
    clear();
  },
});

/** @param {Activity} activity */
function receive(activity) {
  if (activity.type === 'typing' && activity.from?.role === 'bot') return setTyping(true);
  if (activity.type !== 'message' || shown.has(activity.id)) return;
  const mine = activity.from?.role === 'user';
  const clientId = activity.channelData?.clientActivityID ?? '';
  if (mine) pending.get(clientId)?.remove();
  if (mine) pending.delete(clientId);
  const item = messageElement(activity);
  shown.set(activity.id, { activity, item });
  if (restored && !mine) item.classList.add('new');
  insert(item);
  if (!mine) {
    setTyping(pending.size > 0);
    if (restored) announcer.textContent = activity.text ?? '';
  }
  showSuggestions();
  showWelcome();
  scrollTo(item);
}

/** Messages on their way stay last. @param {HTMLElement} item */
const insert = (item) => messages.insertBefore(item, pending.values().next().value ?? null);

/** @param {Activity} activity */
const messageElement = (activity) => (activity.from?.role === 'user' ? userMessage(activity) : botMessage(activity));

/** @param {Activity} activity */
function userMessage(activity) {
  return element('li', 'message mine', speaker(words().you), element('div', 'bubble', activity.text ?? ''));
}

/** @param {Activity} activity */
function botMessage(activity) {
  const reply = activity.channelData?.zhida;
  const content = reply ? replyElements(reply, words(), ({ send }) => void submit(send)) : [element('p', '', activity.text ?? '')];
  const item = element('li', 'message theirs', speaker(words().bot), element('div', 'bubble', ...content));
  if (reply && isWide(reply)) item.classList.add('wide');
  if (reply) item.lang = WORDING[reply.language].tag;
  if (activity.timestamp) {
    const at = new Date(activity.timestamp);
    const time = element('time', 'meta', new Intl.DateTimeFormat(words().tag, timeFormat(at)).format(at));
    time.dateTime = activity.timestamp;
    item.append(time);
  }
  return item;
}

/** @param {string} name */
const speaker = (name) => element('span', 'unseen', `${name}: `);

/** Today the time is enough. @param {Date} at @returns {Intl.DateTimeFormatOptions} */
const timeFormat = (at) =>
  at.toDateString() === new Date().toDateString()
    ? { hour: '2-digit', minute: '2-digit' }
    : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };

/** @param {string} text */
async function submit(text) {
  const trimmed = text.trim();
  if (!trimmed) return;
  const id = crypto.randomUUID();
  const note = element('span', 'meta', words().sending);
  const item = element('li', 'message mine pending', speaker(words().you), element('div', 'bubble', trimmed), note);
  pending.set(id, item);
  messages.append(item);
  showSuggestions();
  showWelcome();
  scrollTo(item);
  await deliver(trimmed, id, item, note);
}

/**
 * @param {string} text
 * @param {string} id
 * @param {HTMLElement} item
 * @param {HTMLElement} note
 */
async function deliver(text, id, item, note) {
  item.className = 'message mine pending';
  note.replaceChildren(words().sending);
  const slow = setTimeout(() => setTyping(true), 300);
  try {
    await connection.send(text, id, words().tag);
    item.classList.remove('pending');
    note.remove();
  } catch (error) {
    item.className = 'message mine failed';
    // What the server refused would be refused again; anything else may be tried once more.
    const final = error instanceof Refused && error.status === 400;
    const again = button(words().retry, 'quiet', () => void deliver(text, id, item, note));
    note.replaceChildren(`${words().failed} `, ...(final ? [error.message] : [again]));
    announcer.textContent = words().failed;
    setTyping(false);
    scrollTo(item);
  } finally {
    clearTimeout(slow);
  }
}

/** @param {boolean} on */
function setTyping(on) {
  if (typing.hidden !== on) return;
  typing.hidden = !on;
  if (on) typing.scrollIntoView({ block: 'nearest' });
}

/** The end of the conversation, or the start of a reply that is longer than the view. @param {HTMLElement} item */
function scrollTo(item) {
  transcript.scrollTop = transcript.scrollHeight;
  if (item.offsetHeight > transcript.clientHeight) item.scrollIntoView({ block: 'start' });
}

function showSuggestions() {
  const last = [...shown.values()].at(-1);
  const next = pending.size === 0 ? (last?.activity.channelData?.zhida?.suggestions ?? []) : [];
  suggestions.replaceChildren(...next.map(({ label, send }) => button(label, 'choice', () => void submit(send))));
  suggestions.hidden = next.length === 0;
}

function showWelcome() {
  welcome.hidden = shown.size > 0 || pending.size > 0;
  if (welcome.hidden) return;
  const { greeting, intro } = words();
  const { text, prompts } = greetings.get(language) ?? { text: intro, prompts: [] };
  const cards = prompts.map((prompt) => button(prompt, 'prompt', () => void submit(prompt)));
  welcome.replaceChildren(element('h2', '', greeting), element('p', '', text), element('div', 'prompts', ...cards));
}

/** Asks the bot how it greets; without an answer the page's own words stay. */
async function loadGreeting() {
  const asked = language;
  if (greetings.has(asked)) return;
  try {
    const response = await fetch(`/v1/welcome?lang=${asked}`);
    if (response.ok) greetings.set(asked, await response.json());
  } catch {
    return;
  }
  showWelcome();
}

function showNotice() {
  status.hidden = notice === undefined;
  status.textContent = notice === undefined ? '' : words()[notice];
}

function clear() {
  shown.clear();
  pending.clear();
  messages.replaceChildren();
  setTyping(false);
  showSuggestions();
  showWelcome();
}

/** Everything in the page's own words; the bot's are as it said them. */
function translate() {
  const { tag, title, other, restart, transcript: name, placeholder, message, send, suggestions: next } = words();
  document.documentElement.lang = tag;
  part('title', HTMLElement).textContent = title;
  part('language', HTMLElement).textContent = other;
  part('language', HTMLElement).lang = language === 'zh' ? 'en' : 'zh-CN';
  part('restart', HTMLElement).textContent = restart;
  part('message-label', HTMLElement).textContent = message;
  transcript.ariaLabel = name;
  suggestions.ariaLabel = next;
  typing.ariaLabel = words().typing;
  input.placeholder = placeholder;
  sendButton.textContent = send;
  for (const one of shown.values()) {
    const item = messageElement(one.activity);
    one.item.replaceWith(item);
    one.item = item;
  }
  showNotice();
  showSuggestions();
  showWelcome();
}

function resize() {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
  sendButton.disabled = input.value.trim() === '';
}

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value;
  input.value = '';
  resize();
  input.focus();
  void submit(text);
});

input.addEventListener('keydown', (event) => {
  // An input method sends Enter to choose a word; 229 is the code it has in browsers that do not say so.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  if (input.value.trim()) composer.requestSubmit();
});
input.addEventListener('input', resize);

part('language', HTMLElement).addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  rememberLanguage(language);
  translate();
  void loadGreeting();
});

part('restart', HTMLElement).addEventListener('click', () => {
  notice = undefined;
  clear();
  showNotice();
  input.focus();
  void connection.restart();
});

translate();
void loadGreeting();
resize();
void connection.connect();
