import {
  all,
  type Decimal,
  money,
  ok,
  type Refusal,
  type Result,
  refused,
  sumDecimals,
} from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { TariffReference } from '../reference/reference.ts';
import { checkValue } from './check.ts';
import type { Adjustment, ValueFacts } from './facts.ts';
import type { ValueInput } from './input.ts';
import { type LineValue, type SharedAdjustment, type Unit, unitOf, valueLine } from './line.ts';
import { coverOf, notesOf } from './notes.ts';
import { sharesOf } from './spread.ts';
import type { Exchange, ValueWorksheet } from './worksheet.ts';

/** What a value worksheet reads: the tables of terms, adjustments, rates and bank holidays. */
export type ValueReference = Pick<TariffReference, 'value' | 'digest'>;

/**
 * Transaction value of a sale as a worksheet (19 CFR 152.103): per line the price, each addition and deduction with its
 * rule and source, conversion at the rate of the date of exportation, whole dollars; international freight and
 * insurance apart. Charges for all lines are spread to the last minor unit.
 *
 * Pure. Refuses unknown terms, kinds and currencies, a currency without rate for the date, negative amounts, spreading
 * over zero, lines that come to nothing, and goods that were not sold.
 */
export function computeValue(input: ValueInput, reference: ValueReference): Result<ValueWorksheet> {
  const facts = checkValue(input, reference.value);
  if (!facts.ok) return facts;
  const { adjustments, lines } = facts.value;
  const shares = all(adjustments.map((adjustment) => sharesOf(adjustment, lines)));
  if (!shares.ok) return shares;
  const unit = unitOf(facts.value);
  const shared = byLine(adjustments, shares.value);
  const values = lines.map((line) => valueLine(line, shared.get(line.index) ?? [], unit, facts.value));
  const worthless = values.flatMap((value, index) => notPositive(value, index));
  return worthless.length > 0
    ? refused(worthless)
    : ok(worksheetOf(facts.value, values, unit, reference.digest));
}

/** What falls on each line, in the order of the adjustments. */
function byLine(
  adjustments: readonly Adjustment[],
  shares: readonly ReadonlyMap<number, Decimal>[],
): Map<number, SharedAdjustment[]> {
  const lines = new Map<number, SharedAdjustment[]>();
  adjustments.forEach((adjustment, at) => {
    for (const [line, share] of shares[at] ?? []) {
      if (share.isZero()) continue;
      const own = lines.get(line) ?? [];
      lines.set(line, own);
      own.push({ adjustment, share });
    }
  });
  return lines;
}

function notPositive({ value, worksheet }: LineValue, index: number): Refusal[] {
  if (!value.isZero() && !value.isNegative()) return [];
  const params = { line: worksheet.number, amount: `${worksheet.value.amount} ${worksheet.value.currency}` };
  return [tariffCatalogue.refuse('TARIFF_VALUE_NOT_POSITIVE', { path: `/lines/${index}`, params })];
}

function worksheetOf(
  facts: ValueFacts,
  lines: readonly LineValue[],
  unit: Unit,
  digest: string,
): ValueWorksheet {
  const { input, term, exchanges } = facts;
  const [exchange, ...others] = [...exchanges.values()];
  if (!exchange) throw new Error('a sale has a currency');
  return {
    method: 'transaction-value',
    cite: '19 CFR 152.103',
    currency: input.currency,
    exportDate: facts.date,
    ...(term ? { incoterm: termOf(term, input.incoterm?.place) } : {}),
    exchange,
    otherExchanges: others satisfies Exchange[],
    steps: unit.currency,
    lines: lines.map(({ worksheet }) => worksheet),
    totals: totalsOf(lines, unit),
    related: input.relationship?.related === true,
    notes: notesOf(facts, lines),
    reference: digest,
  };
}

function termOf(term: NonNullable<ValueFacts['term']>, place: string | undefined) {
  return { code: term.code, name: term.name, ...(place ? { place } : {}), covers: coverOf(term) };
}

function totalsOf(lines: readonly LineValue[], { currency }: Unit): ValueWorksheet['totals'] {
  const sum = (pick: (line: LineValue) => Decimal) => sumDecimals(lines.map(pick));
  const whole = (texts: readonly string[]) =>
    texts.reduce((total, text) => total + BigInt(text), 0n).toString();
  return {
    price: money(
      sum(({ price }) => price),
      currency,
    ),
    additions: money(
      sum(({ additions }) => additions),
      currency,
    ),
    deductions: money(
      sum(({ deductions }) => deductions),
      currency,
    ),
    value: money(
      sum(({ value }) => value),
      currency,
    ),
    dollars: sum(({ dollars }) => dollars)
      .round(2, 'half-up')
      .toFixed(2),
    enteredValue: whole(lines.map(({ worksheet }) => worksheet.enteredValue)),
    charges: whole(lines.map(({ worksheet }) => worksheet.charges)),
  };
}
