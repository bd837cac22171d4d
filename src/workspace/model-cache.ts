import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Pack } from '../knowledge/pack.js';
import { type IntentModel, MODEL_FORMAT } from '../understanding/intents/model.js';

/** A quick model answers while the full one, which takes some ten times as long, is being trained. */
export type Stage = 'quick' | 'full';

/** A pack that passed the lint, without its examples, and the model trained from them. */
export interface Prepared {
  readonly pack: Pack;
  readonly model: IntentModel;
}

interface Entry extends Prepared {
  readonly cacheFormat: string;
}

// A model is only as good as the program that trained it: another program, another runtime or another format trains anew.
const CACHE_FORMAT = `3/${MODEL_FORMAT}/${process.versions.v8}/${programHash()}`;

/** Hash of the rooms that read packs and train models, as they run now. */
function programHash(): string {
  const hash = createHash('sha256');
  for (const room of ['base', 'text', 'knowledge', 'understanding', 'workspace', 'bot']) {
    const folder = new URL(`../${room}/`, import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(?:js|ts)$/.test(file) && !file.endsWith('.d.ts'),
    );
    for (const file of files.sort()) hash.update(file).update(readFileSync(new URL(file.replaceAll('\\', '/'), folder)));
  }
  return hash.digest('hex').slice(0, 16);
}

const fileOf = (folder: string, hash: string, stage: Stage): string => join(folder, `${hash}.${stage}.model`);

/** What was prepared under this content hash before; `undefined` when there is nothing usable. */
export function readPrepared(folder: string, hash: string, stage: Stage): Prepared | undefined {
  try {
    const entry: Entry = deserialize(readFileSync(fileOf(folder, hash, stage)));
    return entry.cacheFormat === CACHE_FORMAT && entry.pack.hash === hash ? ofItsOwn(entry) : undefined;
  } catch {
    // Absent, half written by a crash or of another format: it is prepared anew.
    return undefined;
  }
}

/** What was read are views of the whole file, which a small one kept would keep; the weights are copied when they are placed. */
function ofItsOwn({ pack, model }: Prepared): Prepared {
  const { size, hashes, slots } = model.vocabulary;
  return { pack, model: { ...model, vocabulary: { size, hashes: hashes.slice(), slots: slots.slice() } } };
}

const MOST_KEPT = 6;

/** Leaves the newest models: one file a version of the pack would grow without end. */
function forgetOld(folder: string): void {
  const models = readdirSync(folder).filter((file) => file.endsWith('.model'));
  const byAge = models.map((file) => ({ file, written: statSync(join(folder, file)).mtimeMs })).sort((a, b) => b.written - a.written);
  for (const { file } of byAge.slice(MOST_KEPT)) rmSync(join(folder, file), { force: true });
}

/** Keeps what was prepared. Returns why it could not, which only costs time at the next start. */
export function writePrepared(folder: string, prepared: Prepared, stage: Stage): string | undefined {
  const file = fileOf(folder, prepared.pack.hash, stage);
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, serialize({ ...prepared, cacheFormat: CACHE_FORMAT }));
    renameSync(draft, file);
    forgetOld(folder);
    return undefined;
  } catch (error) {
    discard(draft);
    return error instanceof Error ? error.message : String(error);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where nothing can be written, nothing was.
  }
}
