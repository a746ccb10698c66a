import type { PastCode } from '@portolan/tariff';

/** A code of a product as far as it decides which one is used. */
export interface StandingCode {
  readonly code: PastCode;
  readonly provisional: boolean;
}

/**
 * The code that an entry of a day uses: of those effective by then, a ruling before a decision, a decision before a
 * provisional code, then the latest effective, then the latest given. Codes come in the order in which they were given.
 */
export function currentCode<T extends StandingCode>(codes: readonly T[], day: string): T | undefined {
  const inForce = codes.filter(({ code }) => code.effective <= day);
  return inForce.reduce<T | undefined>(
    (best, next) => (best === undefined || weigh(next, best) >= 0 ? next : best),
    undefined,
  );
}

function weigh(a: StandingCode, b: StandingCode): number {
  const rank = ({ code, provisional }: StandingCode) => (code.kind === 'ruling' ? 2 : provisional ? 0 : 1);
  return rank(a) - rank(b) || compare(a.code.effective, b.code.effective);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
