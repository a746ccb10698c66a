import { type Decimal, ok, type Result } from '@portolan/kernel';
import type { Edition } from '../edition/edition.ts';
import { formatHtsNumber } from '../edition/hts-number.ts';
import type { TariffReference } from '../reference/reference.ts';
import { charge } from './charge.ts';
import { type ColumnChoice, chooseColumn } from './column.ts';
import type { Goods } from './goods.ts';
import { dollars } from './money.ts';
import type { TraceStep } from './trace.ts';

/** The duty of the goods' own tariff number. */
export interface BaseDuty {
  readonly choice: ColumnChoice;
  readonly amount: Decimal;
  readonly step: TraceStep;
}

/**
 * Base duty under the column that applies. Where a claimed special rate would cost more than the general rate, the
 * general rate stands: a preference is never an obligation.
 */
export function baseDuty(
  goods: Goods,
  edition: Edition,
  reference: TariffReference,
  date: string,
): Result<BaseDuty> {
  const choice = chooseColumn(goods, reference, date);
  if (!choice.ok) return choice;
  const charged = chargeUnder(goods, choice.value, edition);
  if (!charged.ok || choice.value.column !== 'special') return charged;
  const { general, texts } = goods.line;
  const without = charge(general, texts.general, goods);
  if (!without.ok || charged.value.amount.lte(without.value.amount)) return charged;
  const why = `the general rate is lower than the special rate claimed (${choice.value.text})`;
  return chargeUnder(
    goods,
    { ...choice.value, column: 'general', rate: general, text: texts.general, why },
    edition,
  );
}

function chargeUnder(goods: Goods, choice: ColumnChoice, edition: Edition): Result<BaseDuty> {
  const charged = charge(choice.rate, choice.text, goods);
  if (!charged.ok) return charged;
  const { amount, basis } = charged.value;
  const { hts } = goods.line;
  const step: TraceStep = {
    layer: 'base',
    applied: true,
    basis,
    rate: choice.text,
    amount: dollars(amount),
    why: choice.why,
    cite: `HTS ${formatHtsNumber(hts)}; ${choice.cite}`,
    edition: edition.id,
  };
  return ok({ choice, amount, step });
}
