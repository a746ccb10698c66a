import { Decimal, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { Goods } from '../duty/goods.ts';
import { roundToCents } from '../duty/money.ts';
import { formatHtsNumber } from '../edition/hts-number.ts';
import { holdsOn } from '../reference/dated.ts';
import type { Chapter98Provision } from './provision.ts';

/** The provision of chapter 98 that a line claims, and the value it leaves dutiable. */
export interface Treatment {
  readonly provision: Chapter98Provision;
  /** The number claimed, digits only. */
  readonly number: string;
  /** Cents; none of it under a free provision. */
  readonly dutiable: bigint;
}

/**
 * Reads the chapter 98 number that is claimed beside the goods' own. Refuses two of them, one that the table does not
 * know, one together with a program that excludes it, and one whose part's value is missing or above the full value.
 */
export function treatmentOf(
  goods: Goods,
  provisions: readonly Chapter98Provision[],
  date: string,
): Result<Treatment | undefined> {
  const claimed = goods.headings.filter((heading) => heading.startsWith('98') && !isPreferenceLevel(heading));
  const [number, second] = claimed;
  if (number === undefined) return ok(undefined);
  if (second !== undefined)
    return refused(conflict(goods, number, second, 'one provision of chapter 98 at a time'));
  const provision = provisions.find((row) => number.startsWith(row.prefix) && holdsOn(row, date));
  if (provision === undefined) return refused(unknown(goods, number));
  const { spi } = goods.input;
  if (spi !== undefined && provision.notWithPrograms.includes(spi))
    return refused(conflict(goods, number, spi, `${spi} can not be claimed with ${formatHtsNumber(number)}`));
  const dutiable = dutiableOf(goods, provision);
  return dutiable.ok ? ok({ provision, number, dutiable: dutiable.value }) : dutiable;
}

/** Subchapters XXII and XXIII carry tariff preference levels of agreements, not treatments of returned goods. */
function isPreferenceLevel(heading: string): boolean {
  return heading.startsWith('9822') || heading.startsWith('9823');
}

function dutiableOf(goods: Goods, { treatment, part = '' }: Chapter98Provision): Result<bigint> {
  if (treatment === 'free') return ok(0n);
  const given = goods.input.partValues?.find(({ of }) => of === part);
  if (given === undefined) return refused(partRefusal('TARIFF_VALUE_PART_MISSING', goods, part));
  const cents = roundToCents(Decimal.of(given.value));
  if (cents > goods.cents) return refused(partRefusal('TARIFF_VALUE_PART_EXCEEDS', goods, part));
  return ok(treatment === 'on-part' ? cents : goods.cents - cents);
}

function partRefusal(
  code: 'TARIFF_VALUE_PART_MISSING' | 'TARIFF_VALUE_PART_EXCEEDS',
  goods: Goods,
  part: string,
) {
  const params = { hts: goods.line.hts, part };
  return tariffCatalogue.refuse(code, { path: `${goods.path}/partValues`, params });
}

function conflict({ path }: Goods, first: string, second: string, why: string): Refusal {
  const params = { first: shown(first), second: shown(second), why };
  return tariffCatalogue.refuse('TARIFF_CLAIMS_CONFLICT', { path: `${path}/headings`, params });
}

function unknown({ path }: Goods, number: string): Refusal {
  const params = { heading: formatHtsNumber(number) };
  return tariffCatalogue.refuse('TARIFF_HEADING_NOT_COMPUTED', { path: `${path}/headings`, params });
}

function shown(claim: string): string {
  return /^\d+$/.test(claim) ? formatHtsNumber(claim) : claim;
}
