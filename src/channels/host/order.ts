/** Work of one name, one after the other in the order of the calls; work of other names goes on beside it. */
export interface Order {
  /** A failure keeps nobody from going on. */
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createOrder(): Order {
  const lasts = new Map<string, Promise<unknown>>();
  return {
    run(name, work) {
      const before = lasts.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      lasts.set(name, mine);
      const forget = () => {
        if (lasts.get(name) === mine) lasts.delete(name);
      };
      mine.then(forget, forget);
      return mine;
    },
    idle: async () => {
      await Promise.allSettled(lasts.values());
    },
  };
}
