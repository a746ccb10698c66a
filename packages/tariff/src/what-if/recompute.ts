import { Decimal, ok, type Result } from '@portolan/kernel';
import { computeDuty } from '../duty/compute.ts';
import type { DutyInput } from '../duty/input.ts';
import type { DutyResult } from '../duty/result.ts';
import type { TraceStep } from '../duty/trace.ts';
import type { TariffReference } from '../reference/reference.ts';
import { between, type Difference } from './what-if.ts';

/** What one layer of one line costs when the facts that became known later are used. */
export interface LayerChange {
  readonly line: number;
  readonly layer: string;
  readonly before: string;
  readonly after: string;
  /** Before less after: what is to be paid back; negative where more is owed. */
  readonly refund: string;
  readonly why: string;
  readonly cite: string;
}

/** The same entry on the same date, with what was known then and with what is known now. */
export interface Recomputation {
  readonly before: DutyResult;
  readonly after: DutyResult;
  /** After less before. */
  readonly difference: Difference;
  readonly layers: readonly LayerChange[];
}

/**
 * Computes an entry again with facts known later, for refunds and corrections: the date of entry stays, so effective
 * and known-at never mix. Interest under 19 U.S.C. 1505(c) is not counted.
 */
export function recompute(
  input: DutyInput,
  reference: TariffReference,
  knownAt: string,
): Result<Recomputation> {
  const before = computeDuty(input, reference);
  if (!before.ok) return before;
  const after = computeDuty({ ...input, knownAt }, reference);
  if (!after.ok) return after;
  return ok({
    before: before.value,
    after: after.value,
    difference: between(before.value, after.value),
    layers: layerChanges(before.value, after.value),
  });
}

function layerChanges(before: DutyResult, after: DutyResult): LayerChange[] {
  return before.lines.flatMap((line, index) => {
    const then = new Map(line.layers.map((step) => [step.layer, step]));
    const now = new Map(after.lines[index]?.layers.map((step) => [step.layer, step]));
    const layers = new Set([...then.keys(), ...now.keys()]);
    return [...layers].flatMap((layer) => changeOf(line.number, layer, then.get(layer), now.get(layer)));
  });
}

function changeOf(line: number, layer: string, then?: TraceStep, now?: TraceStep): LayerChange[] {
  const before = then?.amount ?? '0.00';
  const after = now?.amount ?? '0.00';
  const said = now ?? then;
  if (before === after || said === undefined) return [];
  const refund = Decimal.of(before).minus(Decimal.of(after)).toFixed(2);
  return [{ line, layer, before, after, refund, why: said.why, cite: said.cite }];
}
