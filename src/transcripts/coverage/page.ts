import { type Coverage, type CoverageRow, type GroupCoverage, shareOf } from './coverage.js';
import { STYLE } from './page-style.js';

/** The coverage as one HTML page that needs nothing else: no script, no font, no network. The same coverage gives the same bytes. */
export function coveragePage(coverage: Coverage, title: string): string {
  const { covered, total, conversations, turns, groups } = coverage;
  const missing = total - covered;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
${ring(covered, total)}
<div>
<h1>${escapeHtml(title)}</h1>
<p>${conversations} conversations with ${turns} turns exercise ${covered} of ${total} things that a conversation can touch.</p>
<p class="${missing === 0 ? 'good' : 'bad'}">${missing === 0 ? 'Nothing is missing.' : `${missing} ${missing === 1 ? 'is' : 'are'} exercised by no transcript.`}</p>
</div>
</header>
${groups.map(section).join('\n')}
</main>
</body>
</html>
`;
}

const RADIUS = 42;

function ring(covered: number, total: number): string {
  const length = 2 * Math.PI * RADIUS;
  const done = total === 0 ? 0 : (covered / total) * length;
  return `<svg class="ring" viewBox="0 0 100 100" role="img" aria-label="${shareOf(covered, total)} exercised">
<circle cx="50" cy="50" r="${RADIUS}"/>
<circle class="done" cx="50" cy="50" r="${RADIUS}" stroke-dasharray="${done.toFixed(2)} ${length.toFixed(2)}" transform="rotate(-90 50 50)"/>
<text x="50" y="56">${shareOf(covered, total)}</text>
</svg>`;
}

function section({ group, covered, rows }: GroupCoverage): string {
  const whole = covered === rows.length;
  const most = Math.max(1, ...rows.map(({ turns }) => turns));
  return `<details${whole ? '' : ' open'}>
<summary><span class="name">${escapeHtml(group)}</span><meter min="0" max="${Math.max(1, rows.length)}" value="${covered}"></meter><span class="count">${covered} of ${rows.length}</span></summary>
<table>
<thead><tr><th scope="col">${escapeHtml(group)}</th><th scope="col">turns</th><th scope="col">conversations</th></tr></thead>
<tbody>
${rows.map((row) => line(row, most)).join('\n')}
</tbody>
</table>
</details>`;
}

const MOST_NAMED = 3;

function line({ id, turns, conversations }: CoverageRow, most: number): string {
  const more = conversations.length - MOST_NAMED;
  const named = conversations.slice(0, MOST_NAMED).map(escapeHtml).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const bar = `<i style="width:${((turns / most) * 100).toFixed(0)}%"></i>`;
  return `<tr${turns === 0 ? ' class="missing"' : ''}><th scope="row">${escapeHtml(id)}</th><td class="turns">${bar}<b>${turns}</b></td><td>${turns === 0 ? 'by no transcript' : named}</td></tr>`;
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
