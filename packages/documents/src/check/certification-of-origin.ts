import { Decimal, type Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { CertificationOfOrigin, CertifiedGood } from '../schema/certification-of-origin.ts';
import { sentencePlace } from '../words.ts';
import { checkDateOrder } from './dates.ts';
import { checkLineNumbers } from './lines.ts';

/** What no certification may contradict in itself; which elements and criteria an agreement wants is the program's. */
export function checkCertificationOfOrigin({ goods, blanketPeriod }: CertificationOfOrigin): Refusal[] {
  return [
    ...checkLineNumbers(goods, '/goods'),
    ...goods.flatMap((good, index) => checkGood(good, `/goods/${index}`)),
    ...checkDateOrder(
      { path: '/blanketPeriod/from', date: blanketPeriod?.from },
      { path: '/blanketPeriod/to', date: blanketPeriod?.to },
    ),
  ];
}

function checkGood(good: CertifiedGood, path: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (good.hts && !good.hts.startsWith(good.hs6)) {
    const params = { field: sentencePlace(`${path}/hts`), hts: good.hts, hs6: good.hs6 };
    refusals.push(documentsCatalogue.refuse('DOC_HTS_HS6', { path: `${path}/hts`, params }));
  }
  const percent = good.regionalValueContent?.percent;
  if (percent !== undefined && !isPercentage(Decimal.of(percent))) {
    const at = `${path}/regionalValueContent/percent`;
    const params = { field: sentencePlace(at), found: percent };
    refusals.push(documentsCatalogue.refuse('DOC_PERCENT', { path: at, params }));
  }
  return refusals;
}

function isPercentage(value: Decimal): boolean {
  return !value.isNegative() && value.lte(Decimal.of(100));
}
