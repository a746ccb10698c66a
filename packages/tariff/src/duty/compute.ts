import { all, ok, type Result } from '@portolan/kernel';
import type { EntryFee } from '../fee/entry-fee.ts';
import { entryFees } from '../fee/entry-fees.ts';
import { type LayersInForce, layersInForce } from '../layer/in-force.ts';
import type { TariffReference } from '../reference/reference.ts';
import { checkEntry, type EntryFacts } from './check-entry.ts';
import { checkGoods } from './check-goods.ts';
import type { Goods } from './goods.ts';
import type { DutyInput } from './input.ts';
import { type LineOutcome, lineDuty } from './line-duty.ts';
import { centsOf, dollarsOfCents } from './money.ts';
import type { DutyResult, NotComputed } from './result.ts';
import type { FeeAmount } from './trace.ts';

/**
 * Duty and fees of an entry on its date, exact and explained: per line the base rate of the column that applies, then
 * the additional duties of chapter 99 in their order, deposits and taxes; per entry the merchandise processing and
 * harbor maintenance fees shared over the lines. Measures that may apply and are not computed are named in
 * `notComputed`, so that no total is silently short.
 *
 * Pure: reads no clock and nothing but the reference. Refuses what can not be computed with code, pointer and mend.
 */
export function computeDuty(input: DutyInput, reference: TariffReference): Result<DutyResult> {
  const entry = checkEntry(input, reference);
  if (!entry.ok) return entry;
  const inForce = layersInForce(reference, entry.value.date, input.knownAt);
  const goods = all(input.lines.map((line, index) => checkGoods(line, index, entry.value, reference)));
  if (!goods.ok) return goods;
  const lines = all(goods.value.map((item) => lineDuty(item, entry.value, inForce, reference)));
  if (!lines.ok) return lines;
  const payers = lines.value.map(({ payer }) => payer);
  const owed = lines.value.some(({ cents, line }) => cents > 0n || line.deposits || line.taxes);
  const fees = entryFees(payers, entry.value, reference.fees, owed);
  if (!fees.ok) return fees;
  const unknown = unknownParts(entry.value, goods.value, inForce);
  return ok(resultOf(input, entry.value, lines.value, fees.value, unknown, reference.digest));
}

function resultOf(
  input: DutyInput,
  entry: EntryFacts,
  outcomes: readonly LineOutcome[],
  entryFees: readonly EntryFee[],
  unknown: readonly NotComputed[],
  digest: string,
): DutyResult {
  const fees = entryFees.flatMap(({ total }) => (total === undefined ? [] : [total]));
  return {
    edition: entry.edition.id,
    date: entry.date,
    lines: outcomes.map(({ line }, index) => ({
      ...line,
      fees: entryFees.flatMap(({ lines }) => lines[index] ?? []),
    })),
    fees,
    totals: totalsOf(outcomes, fees),
    trace: entryFees.flatMap(({ trace }) => trace),
    reference: digest,
    notComputed: [...unknown, ...outcomes.flatMap(({ notComputed }) => notComputed)],
    ...(isUnknown(entry) && input.override !== undefined ? { override: input.override } : {}),
  };
}

function totalsOf(outcomes: readonly LineOutcome[], fees: readonly FeeAmount[]): DutyResult['totals'] {
  const duty = outcomes.reduce((sum, { cents }) => sum + cents, 0n);
  const feeSum = centsSum(fees);
  const tax = outcomes.reduce((sum, { line }) => sum + centsSum(line.taxes ?? []), 0n);
  const deposits = outcomes.flatMap(({ line }) => line.deposits ?? []);
  const antidumping = centsSum(deposits.filter(({ kind }) => kind === 'antidumping'));
  const countervailing = centsSum(deposits.filter(({ kind }) => kind === 'countervailing'));
  return {
    duty: dollarsOfCents(duty),
    fees: dollarsOfCents(feeSum),
    tax: dollarsOfCents(tax),
    ...(antidumping === 0n ? {} : { antidumping: dollarsOfCents(antidumping) }),
    ...(countervailing === 0n ? {} : { countervailing: dollarsOfCents(countervailing) }),
    total: dollarsOfCents(duty + feeSum + tax + antidumping + countervailing),
  };
}

function centsSum(amounts: readonly { readonly amount: string }[]): bigint {
  return amounts.reduce((sum, { amount }) => sum + centsOf(amount), 0n);
}

function isUnknown({ beyondHorizon, unknownLayers }: EntryFacts): boolean {
  return beyondHorizon || unknownLayers.length > 0;
}

/** What the data at hand can not know of the date, under a recorded override: the edition, and layers that touch a line. */
function unknownParts(
  { beyondHorizon, edition, unknownLayers }: EntryFacts,
  goods: readonly Goods[],
  inForce: LayersInForce,
): NotComputed[] {
  const { id, horizon, unknownAfter, source } = edition;
  const why = `computed with edition ${id}, known only to ${horizon}: ${unknownAfter}`;
  const touching = unknownLayers.filter((layer) => goods.some((item) => touches(layer.id, item, inForce)));
  return [
    ...(beyondHorizon ? [{ layer: 'edition', name: 'Edition not current', why, cite: source }] : []),
    ...touching.map((layer) => ({
      layer: layer.id,
      name: layer.name,
      why: `known only to ${layer.horizon ?? ''}: ${layer.unknownAfter ?? 'later rates'}`,
      cite: layer.cite,
    })),
  ];
}

function touches(id: string, { line, input }: Goods, { layers, fitting }: LayersInForce): boolean {
  const at = layers.findIndex(({ layer }) => layer.id === id);
  return (fitting(line, input.originCountry).rows[at]?.length ?? 0) > 0;
}
