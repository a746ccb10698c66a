import { type Instant, instant } from '@portolan/kernel';

/** Where the node asks what time it is; a rule is handed an instant and never asks. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instant(new Date().toISOString()) };

/** A clock that stands at one instant: a story's own time, or a test's. */
export function clockAt(at: Instant): Clock {
  return { now: () => at };
}
