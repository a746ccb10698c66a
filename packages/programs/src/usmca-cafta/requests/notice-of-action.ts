import { dutyInput } from '@portolan/filing';
import { Decimal, ok, type Result } from '@portolan/kernel';
import { computeDuty, type DutyResult } from '@portolan/tariff';
import type { Dossier } from '../../dossier.ts';
import type { Reference } from '../../program.ts';
import type { AgreementTables } from '../facts/tables.ts';

/** What a notice of action (CBP Form 29) changes, in United States dollars with cents. */
export interface ActionAmounts {
  readonly before: DutyResult;
  readonly after: DutyResult;
  readonly difference: { readonly duty: string; readonly fees: string; readonly total: string };
  /** Lines whose claim is denied. */
  readonly lines: readonly number[];
}

/**
 * Duty and fees when the claims on some lines are denied, beside what was declared: each denied line pays its general
 * rate and its part of the processing fee. Interest is not computed. Refuses what the tariff refuses.
 */
export function recomputeDenied(
  { entry, override }: Pick<Dossier, 'entry' | 'override'>,
  denied: readonly number[],
  reference: Reference<AgreementTables>,
  knownAt: string,
): Result<ActionAmounts> {
  const before = computeDuty(
    dutyInput(entry, knownAt, () => true, override),
    reference.tariff,
  );
  if (!before.ok) return before;
  const after = computeDuty(
    dutyInput(entry, knownAt, (line) => !denied.includes(line), override),
    reference.tariff,
  );
  if (!after.ok) return after;
  const minus = (part: 'duty' | 'fees' | 'total') =>
    Decimal.of(after.value.totals[part]).minus(Decimal.of(before.value.totals[part])).toFixed(2);
  return ok({
    before: before.value,
    after: after.value,
    difference: { duty: minus('duty'), fees: minus('fees'), total: minus('total') },
    lines: denied.toSorted((a, b) => a - b),
  });
}
