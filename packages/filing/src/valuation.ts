import { Decimal, MoneySchema, money } from '@portolan/kernel';
import { ExchangeSchema, type ValueWorksheet } from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { DateText, WholeDollarsText } from './primitives.ts';

/**
 * The value of one invoice as it was worked out: terms, rate, what was added and taken out. The steps of each line
 * follow from it and the invoice, and are computed again when they are looked at.
 */
export const ValuationSchema = Type.Object({
  method: Type.String(),
  currency: Type.String(),
  exportDate: DateText,
  incoterm: Type.Optional(
    Type.Object({ code: Type.String(), place: Type.Optional(Type.String()), covers: Type.String() }),
  ),
  exchange: ExchangeSchema,
  /** Charges by kind, over all lines, with their effect on the value. */
  charges: Type.Array(
    Type.Object({
      kind: Type.String(),
      name: Type.String(),
      amount: MoneySchema,
      effect: Type.Union([Type.Literal('addition'), Type.Literal('deduction'), Type.Literal('unchanged')]),
      cite: Type.String(),
    }),
  ),
  price: MoneySchema,
  additions: MoneySchema,
  deductions: MoneySchema,
  value: MoneySchema,
  enteredValue: WholeDollarsText,
  chargesReported: WholeDollarsText,
  related: Type.Boolean(),
  notes: Type.Array(Type.String()),
});
export type Valuation = Static<typeof ValuationSchema>;

/** The part of a worksheet that is kept with the entry. */
export function valuationOf({
  method,
  currency,
  exportDate,
  incoterm,
  exchange,
  lines,
  totals,
  related,
  notes,
}: ValueWorksheet): Valuation {
  const { price, additions, deductions, value, enteredValue, charges } = totals;
  return {
    ...{ method, currency, exportDate, exchange, price, additions, deductions, value, enteredValue, related },
    ...(incoterm ? { incoterm: termOf(incoterm) } : {}),
    charges: chargesOf(lines),
    chargesReported: charges,
    notes: notes.map(({ text }) => text),
  };
}

function termOf({ code, place, covers }: NonNullable<ValueWorksheet['incoterm']>) {
  return { code, ...(place ? { place } : {}), covers };
}

function chargesOf(lines: ValueWorksheet['lines']): Valuation['charges'] {
  const kinds = new Map<string, Valuation['charges'][number]>();
  for (const { steps } of lines)
    for (const { kind, step: effect, name, figure, cite } of steps) {
      if (kind === undefined || !isEffect(effect)) continue;
      const key = `${kind} ${effect} ${figure.currency}`;
      const before = Decimal.of(kinds.get(key)?.amount.amount ?? '0');
      const amount = money(before.plus(Decimal.of(figure.amount)), figure.currency);
      kinds.set(key, { kind, name, amount, effect, cite });
    }
  return [...kinds.values()];
}

function isEffect(step: string): step is Valuation['charges'][number]['effect'] {
  return step === 'addition' || step === 'deduction' || step === 'unchanged';
}
