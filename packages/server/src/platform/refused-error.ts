import type { Refusal, Result } from '@portolan/kernel';

/** Carries refusals out of a handler to the one place that answers them. Never thrown below the HTTP layer. */
export class RefusedError extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: Refusal | readonly Refusal[]) {
    const list = Array.isArray(refusals) ? (refusals as readonly Refusal[]) : [refusals as Refusal];
    super(list.map(({ code }) => code).join(', '));
    this.name = 'RefusedError';
    this.refusals = list;
  }
}

/** The value of a result inside a handler; a refusal becomes the answer of the request. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RefusedError(result.refusals);
}
