/** What the widget remembers in the browser, under names of its own. A browser that keeps nothing still chats. */
export interface Keep {
  read(name: string): unknown;
  /** `undefined` forgets. */
  write(name: string, value: unknown): void;
  /** Hears of what other tabs write. */
  listen(listener: (name: string) => void): void;
}

/** `signal` ends the listening. */
export function createKeep(prefix: string, signal: AbortSignal): Keep {
  const memory = new Map<string, unknown>();

  return {
    read(name) {
      try {
        return JSON.parse(localStorage.getItem(prefix + name) ?? 'null') ?? undefined;
      } catch {
        return memory.get(name);
      }
    },

    write(name, value) {
      try {
        if (value === undefined) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, JSON.stringify(value));
      } catch {
        memory.set(name, value);
      }
    },

    listen(listener) {
      addEventListener('storage', ({ key }) => key?.startsWith(prefix) && listener(key.slice(prefix.length)), { signal });
    },
  };
}

/** One at a time, in all tabs. Where the browser has no locks, the server's own check for repeated ids has to do. */
export const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request(`zhida ${name}`, work) : work();
