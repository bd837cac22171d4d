/** Runs work of one name in the order of the calls, one after the other; work of other names goes on beside it. */
export type Order = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function createOrder(): Order {
  const lasts = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = lasts.get(name) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    lasts.set(name, mine);
    try {
      return await mine;
    } finally {
      if (lasts.get(name) === mine) lasts.delete(name);
    }
  };
}
