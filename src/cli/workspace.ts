import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { understanderOf } from '../bot/learn.js';
import type { Brain } from '../bot/respond.js';
import type { Stage } from '../workspace/model-cache.js';
import { type Preparation, preparePack, preparePackTogether } from '../workspace/prepare.js';
import { BrokenPack } from './broken-pack.js';

const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the pack lies: the folder that was named, else here, else the pack that comes with the program. */
export function packRoot(named: string | undefined): string {
  if (named !== undefined) return resolve(named);
  return existsSync(join(process.cwd(), 'intents')) && existsSync(join(process.cwd(), 'knowledge')) ? process.cwd() : PACKAGE_ROOT;
}

export const cacheFolder = (root: string): string => join(root, 'data', 'models');

/** Reads, checks and trains the pack, or finds it in the cache. Throws `BrokenPack`. */
export function loadBrain(root: string, stage: Stage = 'full'): Brain & { readonly from: 'cache' | 'training' } {
  const prepared = preparePack(root, cacheFolder(root), stage);
  if (!prepared.ok) throw new BrokenPack(prepared.error);
  const { pack, model, from } = prepared.value;
  return { pack, understander: understanderOf(pack, model), from };
}

/** The same without a bot from it, in two threads. Rejects with `BrokenPack`. */
export async function trainPack(root: string, stage: Stage): Promise<Preparation> {
  const prepared = await preparePackTogether(root, cacheFolder(root), stage);
  if (!prepared.ok) throw new BrokenPack(prepared.error);
  return prepared.value;
}
