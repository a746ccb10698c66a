import type { Refusal } from './refusal.ts';

/** The answer of everything that can refuse: a value, or at least one refusal. */
export type Result<T> = Accepted<T> | Refused;
export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Refused {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
}

export function ok<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refused(refusals: Refusal | readonly Refusal[]): Refused {
  return { ok: false, refusals: Array.isArray(refusals) ? refusals : [refusals as Refusal] };
}

/** Every value, or all refusals of all results: a user mends a whole input at once. */
export function all<T>(results: readonly Result<T>[]): Result<T[]> {
  const refusals = results.flatMap((result) => (result.ok ? [] : result.refusals));
  if (refusals.length > 0) return refused(refusals);
  return ok(results.map((result) => (result as Accepted<T>).value));
}

/** Unwraps a result that can only be refused by a bug of ours. */
export function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(
    result.refusals.map(({ code, path, message }) => `${code} at '${path}': ${message}`).join('; '),
  );
}

/** The same result with every refusal's path moved below `prefix`. */
export function below<T>(prefix: string, result: Result<T>): Result<T> {
  if (result.ok) return result;
  return refused(result.refusals.map((refusal) => ({ ...refusal, path: prefix + refusal.path })));
}
