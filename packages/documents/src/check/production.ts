import { Decimal, type Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { ProductionStatement } from '../schema/production-statement.ts';
import type { RegionalValueStatement } from '../schema/regional-value-statement.ts';
import { sentencePlace } from '../words.ts';
import { checkDateOrder } from './dates.ts';
import { checkLineNumbers } from './lines.ts';

/** Goods are numbered once, and the period runs forward; what the figures come to is for the rules of origin. */
export function checkProductionStatement({ goods, period }: ProductionStatement): Refusal[] {
  return [
    ...checkLineNumbers(goods, '/goods'),
    ...checkDateOrder({ path: '/period/from', date: period?.from }, { path: '/period/to', date: period?.to }),
  ];
}

/** A content is a percentage, and the period runs forward. */
export function checkRegionalValueStatement({ atLeast, period }: RegionalValueStatement): Refusal[] {
  const percent = Decimal.of(atLeast);
  const params = { field: sentencePlace('/atLeast'), found: atLeast };
  const wrong = percent.isNegative() || percent.gt(Decimal.of(100));
  return [
    ...(wrong ? [documentsCatalogue.refuse('DOC_PERCENT', { path: '/atLeast', params })] : []),
    ...checkDateOrder({ path: '/period/from', date: period.from }, { path: '/period/to', date: period.to }),
  ];
}
