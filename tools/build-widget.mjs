// Builds dist/widget.js: one script with its style sheet inside. Runs in `npm run build`, and before the tests.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = 'es2022';

/** Names that the widget's own code alone reads, and never by a key that it puts together; they become letters. */
const OWN = `
  activity announce ask best cancel change changed cleared copied current dialog discard element eraseAsk eraseYes failed flush
  focusComposer follow forget greeting heading inArticle isOpen isSmall keep launcher left list listen look menuToggle message
  names notDone notice panel post rate ratingOf read reasons renew retry server show stop switchLanguage texts thanks toEnd transcript
  typing unread waiting way why words write you
`;

/** Without the spaces that are left between values, and with letters for the sheet's own properties: pages set those that begin with the name. */
function packed(css) {
  const own = [...new Set(css.match(/(?<=[{;])--(?!zhida)[a-z-]+/g))];
  return css
    .trim()
    .replace(/(?<=[:,]) | (?=\/)|(?<=\/) /g, '')
    .replace(/--[a-z-]+/g, (name) => (own.includes(name) ? `--${own.indexOf(name).toString(36)}` : name));
}

export async function setup() {
  const style = await build({
    entryPoints: [`${ROOT}/src/widget/style/widget.css`],
    bundle: true,
    minify: true,
    charset: 'utf8',
    write: false,
  });
  await build({
    entryPoints: [`${ROOT}/src/widget/widget.ts`],
    outfile: `${ROOT}/dist/widget.js`,
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    mangleProps: new RegExp(`^(${OWN.trim().split(/\s+/).join('|')})$`),
    // The server puts its pack's greetings in the second one's place.
    // Most of it runs at once: the browser compiles it while it loads, not function by function on the page's own thread.
    banner: { js: '//# allFunctionsCalledOnLoad' },
    define: { STYLE: JSON.stringify(packed(style.outputFiles[0].text)), GREETINGS: '"%GREETINGS%"' },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
