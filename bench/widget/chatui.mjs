// The smallest chat that @chatui/core gives: its own composer over an empty list.
import chatui from '@chatui/core';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const { default: Chat, Bubble, useMessages } = chatui;

function App() {
  const { messages, appendMsg } = useMessages([]);
  return createElement(Chat, {
    navbar: { title: 'Chat' },
    locale: 'en-US',
    messages,
    renderMessageContent: ({ content }) => createElement(Bubble, { content: content.text }),
    onSend: (type, text) => appendMsg({ type, content: { text }, position: 'right' }),
  });
}

createRoot(document.getElementById('root')).render(createElement(App));
