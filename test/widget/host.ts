import { loadPage, type Page } from '../../src/server/page.js';

const html = (attributes: string, root: string): string =>
  `<!doctype html><html lang="en"${root}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title>
<link rel="icon" href="/assets/icon.svg"><script src="/widget.js" defer></script></head><body><main><h1>Host</h1></main><zhida-chat${attributes}></zhida-chat></body></html>`;

const asset = (text: string) => ({
  type: 'text/html; charset=utf-8',
  etag: `"${text.length}"`,
  bytes: new Map([['identity' as const, async () => Buffer.from(text)]]),
});

/** The server's own files, and pages of a host around the widget: `/assets/host.html` and its like. */
export const withHosts = (): Page =>
  new Map([
    ...loadPage(),
    ['host.html', asset(html('', ''))],
    ['rtl.html', asset(html('', ' dir="rtl"'))],
    ['tokens.html', asset(html(' tokens="/tokens"', ''))],
    ['named.html', asset(html(' lang="auto" heading="Money desk"', ''))],
  ]);
