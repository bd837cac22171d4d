// Builds dist/widget.js: one script with its style sheet inside. Runs in `npm run build`, and before the tests.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = 'es2022';

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
    define: { STYLE: JSON.stringify(style.outputFiles[0].text.trim()) },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
