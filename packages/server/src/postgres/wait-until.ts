import { setTimeout as pause } from 'node:timers/promises';

/** Looks again every `everyMs` until `look` answers something; undefined when `withinMs` have passed first. */
export async function waitUntil<T>(
  look: () => Promise<T | undefined> | T | undefined,
  withinMs: number,
  everyMs = 20,
): Promise<T | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) return undefined;
    await pause(everyMs);
  }
}
