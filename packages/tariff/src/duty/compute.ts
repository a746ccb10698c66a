import { all, ok, type Result } from '@portolan/kernel';
import type { EntryFee } from '../fee/entry-fee.ts';
import { entryFees } from '../fee/entry-fees.ts';
import { holdsOn } from '../reference/dated.ts';
import type { TariffReference } from '../reference/reference.ts';
import { checkEntry, type EntryFacts } from './check-entry.ts';
import { checkGoods } from './check-goods.ts';
import type { DutyInput } from './input.ts';
import { type LineOutcome, lineDuty, sumOf } from './line-duty.ts';
import { dollars } from './money.ts';
import type { DutyResult, NotComputed } from './result.ts';

/**
 * Duty and fees of an entry on its date, exact and explained: per line the base rate of the column that applies, then
 * dated surcharges; per entry the merchandise processing and harbor maintenance fees shared over the lines. Measures
 * that may apply and are not computed are named in `notComputed`, so that no total is silently short.
 *
 * Pure: reads no clock and nothing but the reference. Refuses what can not be computed with code, pointer and mend.
 */
export function computeDuty(input: DutyInput, reference: TariffReference): Result<DutyResult> {
  const entry = checkEntry(input, reference);
  if (!entry.ok) return entry;
  const { edition, date } = entry.value;
  const current = inForce(reference, date);
  const goods = all(input.lines.map((line, index) => checkGoods(line, index, edition, reference, date)));
  if (!goods.ok) return goods;
  const lines = all(goods.value.map((item) => lineDuty(item, entry.value, current)));
  if (!lines.ok) return lines;
  const payers = lines.value.map(({ payer }) => payer);
  const duty = sumOf(lines.value.map(({ line }) => line.duty));
  const fees = entryFees(payers, entry.value, reference.fees, !duty.isZero());
  return fees.ok ? ok(resultOf(input, entry.value, lines.value, fees.value, reference)) : fees;
}

/** The reference with only the named layers of the date: an entry may have thousands of lines. */
function inForce(reference: TariffReference, date: string): TariffReference {
  return { ...reference, layers: reference.layers.filter((layer) => holdsOn(layer, date)) };
}

function resultOf(
  input: DutyInput,
  entry: EntryFacts,
  outcomes: readonly LineOutcome[],
  entryFees: readonly EntryFee[],
  reference: TariffReference,
): DutyResult {
  const duty = sumOf(outcomes.map(({ line }) => line.duty));
  const fees = entryFees.flatMap(({ total }) => (total === undefined ? [] : [total]));
  const feeSum = sumOf(fees.map(({ amount }) => amount));
  return {
    edition: entry.edition.id,
    date: entry.date,
    lines: outcomes.map(({ line }, index) => ({
      ...line,
      fees: entryFees.flatMap(({ lines }) => lines[index] ?? []),
    })),
    fees,
    totals: {
      duty: dollars(duty),
      fees: dollars(feeSum),
      tax: '0.00',
      total: dollars(duty.plus(feeSum)),
    },
    trace: entryFees.flatMap(({ trace }) => trace),
    reference: reference.digest,
    notComputed: [...unknownEdition(entry), ...outcomes.flatMap(({ notComputed }) => notComputed)],
    ...(entry.beyondHorizon && input.override !== undefined ? { override: input.override } : {}),
  };
}

function unknownEdition({ beyondHorizon, edition }: EntryFacts): NotComputed[] {
  if (!beyondHorizon) return [];
  const { id, horizon, unknownAfter, source } = edition;
  const why = `computed with edition ${id}, known only to ${horizon}: ${unknownAfter}`;
  return [{ layer: 'edition', name: 'Edition not current', why, cite: source }];
}
