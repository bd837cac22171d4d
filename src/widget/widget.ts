import { home, ZhidaChat } from './element.js';

const src = (document.currentScript as HTMLScriptElement | null)?.src;
if (src) home.origin = new URL(src).origin;
if (!customElements.get('zhida-chat')) customElements.define('zhida-chat', ZhidaChat);
