import { all, below, ok, type Result, refused } from '@portolan/kernel';
import { type Amount, amountIn, amountOf, textOf } from '../amount/amount.ts';
import { type Measure, sameDimension } from '../amount/measure.ts';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { FlowEvent } from '../event/event.ts';
import { shapes } from '../event/shapes.ts';
import { type TracePolicy, toleranceAt } from '../policy.ts';

/**
 * What went in equals what came out and what was lost, within the tolerance of the policy. Sides that measure different
 * things (a coil in tonnes, its parts in pieces) can't be compared and pass: their program compares them by its own rule.
 */
export function checkConservation(event: FlowEvent, commodity: string, policy: TracePolicy): Result<unknown> {
  const { inputs, outputs, losses, kind } = event;
  if (inputs.length === 0 || (outputs.length === 0 && losses.length === 0)) return ok(undefined);
  const measures = [...inputs, ...outputs, ...losses].map(({ quantity }) => quantity);
  const unit = measures[0] as Measure;
  if (!measures.every((each) => each.base === unit.base && sameDimension(each.unit, unit.unit)))
    return shapes[kind].same ? notSame(event, measures) : ok(undefined);
  const sums = all([
    below('/inputs', total(inputs, unit.unit)),
    below('/outputs', total(outputs, unit.unit)),
    below('/losses', total(losses, unit.unit)),
  ]);
  if (!sums.ok) return sums;
  const [went, came, lost] = sums.value as [Amount, Amount, Amount];
  const difference = went - came - lost;
  if (size(difference) <= allowed(went, toleranceAt(policy, kind, commodity, event.at))) return ok(undefined);
  return refused(
    traceabilityCatalogue.refuse('TRACE_NOT_CONSERVED', {
      path: '/outputs',
      params: {
        input: textOf(went),
        output: textOf(came),
        loss: textOf(lost),
        difference: textOf(difference),
        unit: unit.unit,
      },
    }),
  );
}

/** The tolerated amount for a share of an amount. */
export function allowed(amount: Amount, share: string): Amount {
  const factor = amountOf(share);
  return factor.ok ? (size(amount) * factor.value) / 10n ** 15n : 0n;
}

export function size(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}

function total(side: readonly { readonly quantity: Measure }[], unit: string): Result<Amount> {
  const amounts = all(side.map(({ quantity }, index) => amountIn(quantity, unit, `/${index}/quantity`)));
  return amounts.ok ? ok(amounts.value.reduce((sum, amount) => sum + amount, 0n)) : amounts;
}

function notSame(event: FlowEvent, measures: readonly Measure[]): Result<unknown> {
  const first = measures[0] as Measure;
  const other = measures.find(
    (each) => each.base !== first.base || !sameDimension(each.unit, first.unit),
  ) as Measure;
  return refused(
    traceabilityCatalogue.refuse('TRACE_UNIT_MISMATCH', {
      path: '/outputs',
      params: {
        lot: event.inputs[0]?.lot ?? '',
        wanted: [first.unit, first.base].filter(Boolean).join(' at '),
        given: [other.unit, other.base].filter(Boolean).join(' at '),
      },
    }),
  );
}
