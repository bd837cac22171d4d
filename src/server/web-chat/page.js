// Microsoft's Web Chat on this server's own Direct Line.

/**
 * @typedef {{ conversationId: string, token: string, resume: string }} Session
 * @typedef {{ streamUrl: string, token: string }} Stream
 * @typedef {{
 *   connectionStatus$: { subscribe(next: (status: number) => void): void },
 *   reconnect(conversation: object): void, end(): void,
 * }} DirectLine
 * @typedef {{ text: string, prompts: readonly string[] }} Welcome
 * @typedef {{
 *   createStore(): { dispatch(action: object): void },
 *   createDirectLine(options: object): DirectLine,
 *   renderWebChat(props: object, element: HTMLElement): void,
 * }} WebChat
 */

const WORDS = {
  zh: {
    own: '知答的页面',
    erase: '删除对话',
    sure: '删除后无法恢复，确定吗？',
    failed: '连接不上服务器，请稍后重新打开这个页面。',
    ended: '这段对话已经结束。重新打开页面可以开始新的对话。',
  },
  en: {
    own: "Zhida's own page",
    erase: 'Delete conversation',
    sure: 'This cannot be undone. Delete the conversation?',
    failed: 'The server cannot be reached. Please open this page again in a while.',
    ended: 'This conversation has ended. Open the page again to start a new one.',
  },
};
/** Numbers of botframework-directlinejs. */
const EXPIRED_TOKEN = 3;
const FAILED = 4;
const ENDED = 5;

/** For a socket that neither opens nor fails, in milliseconds. */
const PATIENCE = 5000;

const RESUME = 'zhida.webchat.resume';

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const language = asked.startsWith('zh') ? 'zh' : 'en';
const words = WORDS[language];

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string | undefined} text */
function say(text) {
  byId('status').textContent = text ?? '';
  byId('status').hidden = text === undefined;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{ token?: string, body?: object }} [more]
 */
async function request(method, path, { token, body } = {}) {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.status === 204 ? undefined : response.json();
}

/** A token for the conversation of before, or for a new one. @returns {Promise<Session>} */
async function openSession() {
  const resume = localStorage.getItem(RESUME) ?? undefined;
  const session = await request('POST', '/v1/session', { body: { resume } });
  localStorage.setItem(RESUME, session.resume);
  return session;
}

/** @param {Session} session */
const pathOf = ({ conversationId }) => `/v3/directline/conversations/${encodeURIComponent(conversationId)}`;

/**
 * Whether the network lets WebSockets through: the client does not fall back to polling by itself.
 * @param {string} url
 * @returns {Promise<boolean>}
 */
const opens = (url) =>
  new Promise((resolve) => {
    const socket = new WebSocket(url);
    const tell = () => {
      resolve(socket.readyState === WebSocket.OPEN);
      socket.close();
    };
    socket.onopen = tell;
    socket.onerror = tell;
    setTimeout(tell, PATIENCE);
  });

async function main() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  byId('own').textContent = words.own;
  byId('erase').textContent = words.erase;

  let session = await openSession();
  const webChat = /** @type {{ WebChat: WebChat }} */ (/** @type {unknown} */ (window)).WebChat;
  /** @type {Stream} */
  const { streamUrl } = await request('GET', pathOf(session), { token: session.token });
  // With a conversation and no stream's address the client fetches one, and with it all that was said.
  const directLine = webChat.createDirectLine({
    domain: `${location.origin}/v3/directline`,
    token: session.token,
    conversationId: session.conversationId,
    webSocket: await opens(streamUrl),
  });

  async function renew() {
    const next = await openSession();
    if (next.conversationId !== session.conversationId) return location.reload();
    session = next;
    /** @type {Stream} */
    const stream = await request('GET', pathOf(session), { token: session.token });
    directLine.reconnect({ conversationId: session.conversationId, ...stream });
  }
  directLine.connectionStatus$.subscribe((status) => {
    say(status === FAILED ? words.failed : status === ENDED ? words.ended : undefined);
    // The machine slept longer than a token lasts.
    if (status === EXPIRED_TOKEN) renew().catch(() => say(words.failed));
  });

  byId('erase').addEventListener('click', async () => {
    if (!confirm(words.sure)) return;
    try {
      session = await openSession();
      await request('DELETE', pathOf(session), { token: session.token });
      localStorage.removeItem(RESUME);
      location.reload();
    } catch {
      say(words.failed);
    }
  });

  const store = webChat.createStore();
  webChat.renderWebChat(
    {
      directLine,
      store,
      locale: language === 'zh' ? 'zh-CN' : 'en-US',
      styleOptions: {
        accent: '#0b5fce',
        bubbleBackground: '#f4f6f8',
        bubbleBorderRadius: 12,
        bubbleFromUserBackground: '#0b5fce',
        bubbleFromUserBorderRadius: 12,
        bubbleFromUserTextColor: '#fff',
        bubbleMaxWidth: 560,
        // No answer needs a file.
        hideUploadButton: true,
        primaryFont: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
        suggestedActionLayout: 'flow',
        subtle: '#56606b',
      },
    },
    byId('webchat'),
  );

  const said = await request('GET', `${pathOf(session)}/activities`, { token: session.token });
  if (said.activities.length === 0) greet(store, await request('GET', `/v1/welcome?lang=${language}`));
}

/**
 * Shows the greeting, which is no part of the conversation.
 * @param {ReturnType<WebChat['createStore']>} store
 * @param {Welcome} welcome
 */
function greet(store, { text, prompts }) {
  const activity = {
    id: 'welcome',
    type: 'message',
    channelId: 'directline',
    from: { id: 'zhida', name: 'Zhida', role: 'bot' },
    timestamp: new Date().toISOString(),
    text,
    textFormat: 'plain',
    suggestedActions: { to: [], actions: prompts.map((prompt) => ({ type: 'imBack', title: prompt, value: prompt })) },
  };
  store.dispatch({ type: 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY', payload: { activity } });
}

main().catch(() => say(words.failed));
