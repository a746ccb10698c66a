/** What was opened, to be closed in the opposite order; each part is closed even when another fails to. */
export interface Closers {
  add(close: () => Promise<unknown>): void;
  closeAll(): Promise<void>;
}

export function createClosers(): Closers {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void closers.push(close),
    async closeAll() {
      const faults: unknown[] = [];
      for (const close of closers.splice(0).reverse()) await close().catch((fault) => faults.push(fault));
      if (faults.length > 0) throw new AggregateError(faults, 'not everything could be closed');
    },
  };
}
