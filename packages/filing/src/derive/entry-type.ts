import { Decimal, sumDecimals } from '@portolan/kernel';
import { informalLimit } from '../facts/informal-limit.ts';
import { computed } from '../sheet/candidate.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';

const CASED = 'CATAIR AE table 2: antidumping or countervailing duty cases stand on type 03';
const BY_VALUE = '19 CFR 143.21: value of the shipment against the informal limit';

/** With a case always 03; else formal or informal by the value of the shipment (19 CFR 143.21); the filer may enter formally all the same. */
export function deriveEntryType(
  { sheet }: Desk,
  lines: readonly GoodsLine[],
  entryDate: string | undefined,
): void {
  const limit = entryDate === undefined ? undefined : informalLimit(entryDate);
  const values = lines.map((line) => sheet.values.get(`/lines/${line.index}/enteredValue`));
  const known = values.every((value) => typeof value === 'string');
  const total = sumDecimals(
    values.flatMap((value) => (typeof value === 'string' ? [Decimal.of(value)] : [])),
  );
  const cased = lines.some((line) => isNamed(sheet.values.get(`/lines/${line.index}/cases`)));
  const byValue = limit !== undefined && known ? (total.lte(Decimal.of(limit)) ? '11' : '01') : undefined;
  sheet.fill('/entryType', cased ? computed('03', CASED) : computed(byValue, BY_VALUE), {
    filerDecides: true,
  });
}

function isNamed(cases: unknown): boolean {
  return Array.isArray(cases) && cases.length > 0;
}
