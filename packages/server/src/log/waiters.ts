/** Says that leaves were not sequenced in the time given. They are not lost: their transaction was committed. */
export class NotSettledError extends Error {
  readonly pendingIds: readonly string[];

  constructor(pendingIds: readonly string[], timeoutMs: number) {
    super(`${pendingIds.length} leaves were not sequenced within ${timeoutMs} ms`);
    this.name = 'NotSettledError';
    this.pendingIds = pendingIds;
  }
}

interface Waiter {
  readonly open: Set<string>;
  readonly done: () => void;
}

/** Those who wait for leaves to be sequenced, woken by events alone. */
export class Waiters {
  readonly #byId = new Map<string, Set<Waiter>>();

  /** Resolves when all ids have been reported; rejects with NotSettledError after `timeoutMs`. */
  wait(pendingIds: readonly string[], timeoutMs: number): Promise<void> {
    const open = new Set(pendingIds);
    if (open.size === 0) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { open, done: resolve };
    const timer = setTimeout(() => reject(new NotSettledError([...open], timeoutMs)), timeoutMs);
    for (const id of open) this.#byId.set(id, (this.#byId.get(id) ?? new Set()).add(waiter));
    return promise.finally(() => {
      clearTimeout(timer);
      for (const id of open) this.#forget(id, waiter);
    });
  }

  /** Reports ids as sequenced. */
  report(pendingIds: Iterable<string>): void {
    for (const id of pendingIds) {
      for (const waiter of this.#byId.get(id) ?? []) {
        waiter.open.delete(id);
        if (waiter.open.size === 0) waiter.done();
      }
      this.#byId.delete(id);
    }
  }

  /** Every id that somebody waits for. */
  awaited(): string[] {
    return [...this.#byId.keys()];
  }

  #forget(id: string, waiter: Waiter): void {
    const waiters = this.#byId.get(id);
    waiters?.delete(waiter);
    if (waiters?.size === 0) this.#byId.delete(id);
  }
}
