/** Counts what others wait for, so that background work can let it go first. */
export interface Foreground {
  /** Runs work that somebody waits for. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody waits any more, or after `patienceMs` at the latest. */
  quiet(patienceMs: number): Promise<void>;
}

export function createForeground(): Foreground {
  let running = 0;
  let waiting: (() => void)[] = [];

  function leave(): void {
    running -= 1;
    if (running > 0) return;
    for (const go of waiting) go();
    waiting = [];
  }

  return {
    async run(work) {
      running += 1;
      try {
        return await work();
      } finally {
        leave();
      }
    },
    async quiet(patienceMs) {
      if (running === 0 || patienceMs <= 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      const timer = setTimeout(resolve, patienceMs);
      await promise;
      clearTimeout(timer);
      waiting = waiting.filter((go) => go !== resolve);
    },
  };
}
