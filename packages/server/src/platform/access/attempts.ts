/** Counts failed attempts to sign in; those that succeed are free. */
export interface AttemptLimit {
  /** Seconds to wait before this name may try again; 0 = now. */
  waitSeconds(name: string, nowMs: number): number;
  failed(name: string, nowMs: number): void;
}

interface Failures {
  count: number;
  since: number;
}

const windowMs = 5 * 60_000;
const mostNames = 10_000;

/** At most `limit` failures of one name in five minutes. */
export function createAttemptLimit(limit: number): AttemptLimit {
  const failures = new Map<string, Failures>();

  function current(name: string, nowMs: number): Failures | undefined {
    const known = failures.get(name);
    if (known && nowMs - known.since < windowMs) return known;
    failures.delete(name);
    return undefined;
  }

  return {
    waitSeconds(name, nowMs) {
      const known = current(name, nowMs);
      return known && known.count >= limit ? Math.ceil((known.since + windowMs - nowMs) / 1000) : 0;
    },
    failed(name, nowMs) {
      const known = current(name, nowMs) ?? { count: 0, since: nowMs };
      known.count += 1;
      // The oldest name goes first: a flood of names must not fill the memory.
      if (failures.size >= mostNames) failures.delete(failures.keys().next().value ?? '');
      failures.set(name, known);
    },
  };
}
