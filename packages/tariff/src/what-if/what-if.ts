import { Decimal, type Refusal } from '@portolan/kernel';
import { computeDuty } from '../duty/compute.ts';
import type { DutyInput } from '../duty/input.ts';
import type { DutyResult } from '../duty/result.ts';
import type { TariffReference } from '../reference/reference.ts';
import { changed, type WhatIfChange } from './change.ts';

/** US dollars with cents, signed: what one case costs more than another. */
export interface Difference {
  readonly duty: string;
  readonly fees: string;
  readonly tax: string;
  readonly total: string;
}

/** One case of a comparison: its result or why it is refused, and how it differs from the entry as given. */
export interface WhatIfCase {
  readonly label: string;
  readonly input: DutyInput;
  readonly result?: DutyResult;
  readonly refusals?: readonly Refusal[];
  readonly difference?: Difference;
}

const AS_GIVEN = 'as given';

/**
 * The entry as given and each change of it side by side: other origin, other date, with or without a claim.
 * A case that is refused keeps its refusals beside the others; no case hides another.
 */
export function whatIf(
  input: DutyInput,
  changes: readonly WhatIfChange[],
  reference: TariffReference,
): readonly WhatIfCase[] {
  const first = caseOf(AS_GIVEN, input, reference);
  const others = changes.map((change) => caseOf(change.label, changed(input, change), reference));
  return [first, ...others.map((other) => ({ ...other, ...differenceOf(first, other) }))];
}

function caseOf(label: string, input: DutyInput, reference: TariffReference): WhatIfCase {
  const result = computeDuty(input, reference);
  return result.ok ? { label, input, result: result.value } : { label, input, refusals: result.refusals };
}

function differenceOf(
  { result: before }: WhatIfCase,
  { result: after }: WhatIfCase,
): Pick<WhatIfCase, 'difference'> {
  return before === undefined || after === undefined ? {} : { difference: between(before, after) };
}

/** What `after` costs more than `before`, by kind; less is negative. */
export function between({ totals: before }: DutyResult, { totals: after }: DutyResult): Difference {
  const more = (kind: keyof Difference): string =>
    Decimal.of(after[kind]).minus(Decimal.of(before[kind])).toFixed(2);
  return { duty: more('duty'), fees: more('fees'), tax: more('tax'), total: more('total') };
}
