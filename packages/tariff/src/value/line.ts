import { Decimal, money, sumDecimals } from '@portolan/kernel';
import { type Adjustment, effectOf, type PricedLine, type ValueFacts } from './facts.ts';
import type { LineWorksheet, ValueStep } from './worksheet.ts';

/** An adjustment with what of it falls on a line. */
export interface SharedAdjustment {
  readonly adjustment: Adjustment;
  readonly share: Decimal;
}

/** A line's worksheet with the exact figures that the totals are made of. */
export interface LineValue {
  readonly worksheet: LineWorksheet;
  readonly price: Decimal;
  readonly additions: Decimal;
  readonly deductions: Decimal;
  readonly value: Decimal;
  readonly dollars: Decimal;
  readonly charges: Decimal;
}

/** Amounts as the steps show them: all in the currency of the sale, or all in US dollars. */
export interface Unit {
  readonly currency: string;
  convert(amount: Decimal, currency: string): Decimal;
  toDollars(amount: Decimal): Decimal;
}

/** Steps run in the currency of the sale while everything is in it; otherwise each amount is converted first. */
export function unitOf({ input, exchanges }: ValueFacts): Unit {
  const rate = (currency: string) => Decimal.of(exchanges.get(currency)?.rate ?? '0');
  if (exchanges.size === 1)
    return {
      currency: input.currency,
      convert: (amount) => amount,
      toDollars: (amount) => amount.times(rate(input.currency)),
    };
  return {
    currency: 'USD',
    convert: (amount, currency) => amount.times(rate(currency)),
    toDollars: (amount) => amount,
  };
}

/** The steps of one line from its price to whole dollars. */
export function valueLine(
  line: PricedLine,
  own: readonly SharedAdjustment[],
  unit: Unit,
  facts: ValueFacts,
): LineValue {
  const price = unit.convert(line.price, facts.input.currency);
  const effects = own.map(({ adjustment, share }) => {
    const effect = effectOf(adjustment);
    const amount = unit.convert(share, adjustment.currency);
    return { adjustment, share, effect, amount, delta: amount.times(Decimal.of(effect.sign)) };
  });
  const steps = [priceStep(line, price, unit, facts)];
  let running = price;
  for (const { adjustment, share, effect, delta } of effects) {
    running = running.plus(delta);
    const { rule, input, currency } = adjustment;
    steps.push({
      step: effect.step,
      kind: rule.kind,
      name: rule.name,
      figure: money(share, currency),
      effect: money(delta, unit.currency),
      running: money(running, unit.currency),
      why: adjustment.line === undefined ? `${effect.why}; the line's share` : effect.why,
      cite: rule.cite,
      ...(input.source ? { source: input.source } : {}),
    });
  }
  const dollars = unit.toDollars(running);
  const whole = dollars.round(0, 'half-up');
  const charges = unit.toDollars(
    sumDecimals(effects.filter(({ effect }) => effect.charge).map(({ amount }) => amount)),
  );
  const sum = (sign: 1 | -1) =>
    sumDecimals(effects.filter(({ effect }) => effect.sign === sign).map(({ amount }) => amount));
  return {
    worksheet: {
      number: line.input.number,
      steps: [...steps, ...conversion(running, dollars, facts), roundingStep(dollars, whole)],
      value: money(running, unit.currency),
      dollars: dollars.round(2, 'half-up').toFixed(2),
      enteredValue: whole.isNegative() ? '0' : whole.toString(),
      charges: charges.round(0, 'half-up').toString(),
    },
    price,
    additions: sum(1),
    deductions: sum(-1),
    value: running,
    dollars,
    charges,
  };
}

function priceStep(
  line: PricedLine,
  price: Decimal,
  unit: Unit,
  { input, exchanges }: ValueFacts,
): ValueStep {
  const rate = exchanges.get(input.currency)?.rate;
  const converted =
    unit.currency === input.currency ? '' : ` at ${rate} US dollars for one ${input.currency}`;
  return {
    step: 'price',
    name: 'Price paid or payable',
    figure: money(line.price, input.currency),
    effect: money(price, unit.currency),
    running: money(price, unit.currency),
    why: `the price agreed for the line${converted}`,
    cite: '19 CFR 152.103(a)(1)',
    ...(line.input.source ? { source: line.input.source } : {}),
  };
}

function conversion(running: Decimal, dollars: Decimal, { input, exchanges }: ValueFacts): ValueStep[] {
  const exchange = exchanges.get(input.currency);
  if (!exchange || exchanges.size > 1 || input.currency === 'USD') return [];
  const { rate, why, cite, source } = exchange;
  return [
    {
      step: 'conversion',
      name: 'Conversion to US dollars',
      figure: money(running, input.currency),
      effect: money(dollars, 'USD'),
      running: money(dollars, 'USD'),
      why: `${rate} US dollars for one ${input.currency}: ${why}`,
      cite,
      source: { words: source },
    },
  ];
}

function roundingStep(dollars: Decimal, whole: Decimal): ValueStep {
  return {
    step: 'rounding',
    name: 'Whole dollars',
    figure: money(dollars, 'USD'),
    effect: money(whole.minus(dollars), 'USD'),
    running: money(whole, 'USD'),
    why: 'half a dollar or more rounds up',
    cite: 'CATAIR entry summary, record 50 (value)',
  };
}
