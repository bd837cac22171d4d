import { WORDING } from './wording.js';

// What the page remembers between visits. A browser that keeps nothing (private mode, blocked) still chats.

/** @typedef {{ conversationId: string, token: string, resume: string }} Session */

const SESSION = 'zhida.session';
const LANGUAGE = 'zhida.language';

/** @param {string} name */
function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string | null} value
 */
function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Nothing to be done, and the chat works without.
  }
}

/** @returns {Session | undefined} */
export function rememberedSession() {
  try {
    const { conversationId, token, resume } = JSON.parse(read(SESSION) ?? '{}');
    const whole = [conversationId, token, resume].every((part) => typeof part === 'string' && part !== '');
    return whole ? { conversationId, token, resume } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Session | undefined} session */
export const rememberSession = (session) => write(SESSION, session ? JSON.stringify(session) : null);

/** @returns {import('./wording.js').Language} */
export function rememberedLanguage() {
  const asked = new URLSearchParams(location.search).get('lang');
  const kept = read(LANGUAGE);
  const known = /** @type {import('./wording.js').Language[]} */ (Object.keys(WORDING));
  const wanted = [asked, kept, ...navigator.languages].map((tag) => tag?.toLowerCase().split('-')[0]);
  return wanted.flatMap((tag) => known.find((language) => language === tag) ?? [])[0] ?? 'en';
}

/** @param {import('./wording.js').Language} language */
export const rememberLanguage = (language) => write(LANGUAGE, language);
