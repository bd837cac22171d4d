/** What the widget remembers in the browser, under names of its own. A browser that keeps nothing still chats. */
export interface Keep {
  read(name: string): unknown;
  /** `undefined` forgets. */
  write(name: string, value: unknown): void;
  /** Hears of what other tabs write; gives what stops it. */
  listen(listener: (name: string) => void): () => void;
}

export function createKeep(prefix: string): Keep {
  const memory = new Map<string, string>();
  const full = (name: string): string => `${prefix}${name}`;

  return {
    read(name) {
      let text: string | null | undefined;
      try {
        text = localStorage.getItem(full(name));
      } catch {
        text = memory.get(name);
      }
      try {
        return JSON.parse(text ?? 'null') ?? undefined;
      } catch {
        return undefined;
      }
    },

    write(name, value) {
      try {
        if (value === undefined) localStorage.removeItem(full(name));
        else localStorage.setItem(full(name), JSON.stringify(value));
      } catch {
        memory.set(name, JSON.stringify(value ?? null));
      }
    },

    listen(listener) {
      const hear = ({ key }: StorageEvent): void => {
        if (key?.startsWith(prefix)) listener(key.slice(prefix.length));
      };
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
  };
}

/** One tab at a time. Where the browser has no locks, the server's own check for repeated ids has to do. */
export const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request(name, work) : work();
