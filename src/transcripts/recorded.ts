import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConversationId } from '../bot/ports.js';
import { writeText } from './files.js';

/** Which conversations have a recording in a folder, kept beside them: a file's name may be a digest of the conversation's. */
export interface Recorded {
  all(): Promise<readonly ConversationId[]>;
  add(id: ConversationId): Promise<void>;
  remove(id: ConversationId): Promise<void>;
}

const NAME = '.conversations.json';
const Ids = z.array(z.string());

export function createRecorded(folder: string): Recorded {
  const file = join(folder, NAME);
  let loading: Promise<Set<ConversationId>> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function read(): Promise<Set<ConversationId>> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    return new Set(Ids.parse(JSON.parse(text)) as ConversationId[]);
  }
  const ids = (): Promise<Set<ConversationId>> => {
    loading ??= read();
    return loading;
  };

  /** One write after the other; ids may be telephone numbers, so its owner alone reads it. */
  function write(): Promise<void> {
    const run = async (): Promise<void> => writeText(file, JSON.stringify([...(await ids())]), 0o600);
    const written = writing.then(run);
    writing = written.catch(() => undefined);
    return written;
  }

  return {
    all: async () => [...(await ids())],
    async add(id) {
      const known = await ids();
      if (known.has(id)) return;
      known.add(id);
      await write();
    },
    async remove(id) {
      if ((await ids()).delete(id)) await write();
    },
  };
}
