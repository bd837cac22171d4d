// Bundles the program into dist/cli/: node reads a dozen files at a start instead of seven hundred. Runs in `npm run build` after the compiler, whose main.js
// it replaces; all other modules stay as the compiler wrote them, for those who import from the package.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PART = 'part-';

/** Writes the program into a folder two below the root of a package, where its paths lead from. */
async function bundleProgram(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (file.startsWith(PART)) rmSync(join(folder, file));
  await build({
    entryPoints: {
      main: join(ROOT, 'src/cli/main.ts'),
      'learning-worker': join(ROOT, 'src/workspace/learning/learning-worker.ts'),
      'sqlite-worker': join(ROOT, 'src/stores/sqlite/sqlite-worker.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: `${PART}[hash]`,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    // What is native, or loaded by few.
    external: ['libsql', 'pg', '@microsoft/*', 'vitest'],
    // Packages in CommonJS ask for node's own modules so.
    banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
  });
}

await bundleProgram(process.argv[2] ?? join(ROOT, 'dist/cli'));
