import { amountIn, textOf } from '../amount/amount.ts';
import { sameDimension } from '../amount/measure.ts';
import type { Counted } from './quantity.ts';

/**
 * What went in and did not come out. EPCIS has no field for it, so the loss is named as not stated. Nothing is implied where
 * more came out, where sides measure different things, or where they do not convert exactly: that is for the replay to judge.
 */
export function impliedLoss(inputs: readonly Counted[], outputs: readonly Counted[]): object[] {
  const unit = inputs[0]?.quantity;
  if (!unit) return [];
  const like = [...inputs, ...outputs].every(
    ({ quantity }) => sameDimension(quantity.unit, unit.unit) && quantity.base === unit.base,
  );
  if (!like) return [];
  const [went, came] = [inputs, outputs].map((side) => sum(side, unit.unit));
  if (went === undefined || came === undefined || came >= went) return [];
  return [{ quantity: { ...unit, value: textOf(went - came) }, reason: 'not stated in the event' }];
}

function sum(side: readonly Counted[], unit: string): bigint | undefined {
  let total = 0n;
  for (const { quantity } of side) {
    const amount = amountIn(quantity, unit);
    if (!amount.ok) return undefined;
    total += amount.value;
  }
  return total;
}
