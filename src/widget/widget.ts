import { home, ZhidaChat } from './element.js';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src !== '') home.origin = new URL(script.src).origin;
if (!customElements.get('zhida-chat')) customElements.define('zhida-chat', ZhidaChat);
