import type { CalendarDate, Decimal } from '@portolan/kernel';
import type { ValueAdjustment, ValueInput, ValueLine } from './input.ts';
import type { AdjustmentRule, Incoterm } from './tables.ts';
import type { Exchange } from './worksheet.ts';

/** A line whose figures were read. */
export interface PricedLine {
  readonly input: ValueLine;
  readonly index: number;
  readonly price: Decimal;
}

/** An adjustment with its rule; the amount is what falls on this shipment. */
export interface Adjustment {
  readonly input: ValueAdjustment;
  readonly rule: AdjustmentRule;
  readonly index: number;
  readonly amount: Decimal;
  readonly currency: string;
  /** Index of the line it belongs to; all lines where undefined. */
  readonly line?: number;
  readonly inside: boolean;
}

/** An input whose every figure was read and checked. */
export interface ValueFacts {
  readonly input: ValueInput;
  readonly date: CalendarDate;
  readonly term?: Incoterm;
  readonly lines: readonly PricedLine[];
  readonly adjustments: readonly Adjustment[];
  /** By currency; the currency of the sale is always there. */
  readonly exchanges: ReadonlyMap<string, Exchange>;
}

/** What an adjustment does to the value, and to the charges reported apart. */
export interface Effect {
  readonly step: 'addition' | 'deduction' | 'unchanged';
  readonly sign: 1 | -1 | 0;
  readonly charge: boolean;
  readonly why: string;
}

/**
 * Additions belong to the value unless the price already holds them (19 CFR 152.103(b)); costs of the international
 * shipment and after importation leave it only where the price holds them and they are identified (152.103(a)(5), (i)).
 */
export function effectOf({ input, rule, inside }: Adjustment): Effect {
  const identified = input.identified !== false;
  if (!inside) return beside(rule);
  if (rule.inside === 'leave')
    return { step: 'unchanged', sign: 0, charge: false, why: `the price already holds it: ${rule.why}` };
  if (!identified)
    return {
      step: 'unchanged',
      sign: 0,
      charge: false,
      why: 'inside the price and not identified apart: it stays',
    };
  if (rule.kind === 'foreign-inland-freight' && input.throughShipment !== true)
    return {
      step: 'unchanged',
      sign: 0,
      charge: false,
      why: 'no through shipment after the sale for export is shown: it stays in the value',
    };
  return { step: 'deduction', sign: -1, charge: rule.charge !== undefined, why: rule.why };
}

function beside(rule: AdjustmentRule): Effect {
  const { why } = rule;
  if (rule.beside === 'add') return { step: 'addition', sign: 1, charge: false, why };
  if (rule.beside === 'deduct') return { step: 'deduction', sign: -1, charge: false, why };
  return { step: 'unchanged', sign: 0, charge: rule.charge === 'always', why };
}
