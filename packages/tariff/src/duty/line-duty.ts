import { Decimal, ok, type Result, sumDecimals } from '@portolan/kernel';
import type { FeePayer } from '../fee/payer.ts';
import { namedLayers } from '../layer/named.ts';
import { applySurcharge, type SurchargeContext } from '../layer/surcharge.ts';
import type { TariffReference } from '../reference/reference.ts';
import { type BaseDuty, baseDuty } from './base.ts';
import type { EntryFacts } from './check-entry.ts';
import type { Goods } from './goods.ts';
import { dollars } from './money.ts';
import type { LineDuty, NotComputed } from './result.ts';

/** Duty of one line without its fees, and what the fees need to know of it. */
export interface LineOutcome {
  readonly line: Omit<LineDuty, 'fees'>;
  readonly notComputed: readonly NotComputed[];
  readonly payer: FeePayer;
}

/** The layers of one line in order: base rate, surcharges, then the measures that may apply and are only named. */
export function lineDuty(goods: Goods, entry: EntryFacts, reference: TariffReference): Result<LineOutcome> {
  const { edition, date } = entry;
  const base = baseDuty(goods, edition, reference, date);
  if (!base.ok) return base;
  const hits = reference.scopes.naming(goods.line.hts, date);
  const context: SurchargeContext = {
    date,
    hits,
    ...freeUnder(base.value),
  };
  const surcharges = reference.surcharges.map((surcharge) => applySurcharge(surcharge, goods, context));
  const layers = [base.value.step, ...surcharges.map(({ step }) => step)];
  const { choice } = base.value;
  return ok({
    line: {
      number: goods.input.number,
      hts: goods.line.hts,
      rateText: choice.text,
      column: choice.column,
      duty: dollars(sumOf(layers.map(({ amount }) => amount))),
      layers,
    },
    notComputed: [
      ...surcharges.flatMap(({ notComputed }) => notComputed),
      ...namedLayers(reference.layers, goods, hits),
    ],
    payer: payerOf(goods, base.value),
  });
}

/** Each tariff number's duty is rounded to the cent on its own before the line is summed. */
export function sumOf(amounts: readonly string[]): Decimal {
  return sumDecimals(amounts.map((amount) => Decimal.of(amount)));
}

function freeUnder({ choice, amount }: BaseDuty): { freeUnder?: string } {
  return choice.program !== undefined && amount.isZero() ? { freeUnder: choice.program.spi } : {};
}

function payerOf({ input, line, value, headings }: Goods, { choice }: BaseDuty): FeePayer {
  return {
    number: input.number,
    hts: line.hts,
    value,
    headings,
    ...(choice.program === undefined ? {} : { program: choice.program }),
    ...(input.feeExempt === undefined ? {} : { feeExempt: input.feeExempt }),
  };
}
