// On small screens, where the chat is no part of the page, a button opens it.
const chat = document.querySelector('zhida-chat');
document.querySelector('#begin')?.addEventListener('click', () => chat?.open());
