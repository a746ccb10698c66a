import {
  Decimal,
  isCountry,
  ok,
  parseDecimal,
  type Refusal,
  type Result,
  refused,
  unitInfo,
} from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { TariffLine } from '../edition/line.ts';
import { prohibitedRefusals } from '../prohibition/prohibition.ts';
import { describeMeasure } from '../rate/measure.ts';
import type { EntryType } from '../reference/codes.ts';
import type { TariffReference } from '../reference/reference.ts';
import { checkCode } from './check-code.ts';
import type { EntryFacts } from './check-entry.ts';
import { metalRefusals } from './check-metals.ts';
import type { Goods } from './goods.ts';
import type { DutyLineInput, DutyQuantity } from './input.ts';
import { converts } from './quantity.ts';

/** Values above this are no entered value of any line: eleven digits is what the summary's record carries. */
const WHOLE_DOLLARS = /^[1-9]\d{0,9}$/;

/** Checks one line of the input; all refusals of the line come together. */
export function checkGoods(
  input: DutyLineInput,
  index: number,
  { edition, date, entryType }: Pick<EntryFacts, 'edition' | 'date' | 'entryType'>,
  reference: Pick<TariffReference, 'concordance' | 'entryTypes' | 'prohibitions'>,
): Result<Goods> {
  const path = `/lines/${index}`;
  const line = checkCode(input.hts, edition, reference.concordance, date, `${path}/hts`);
  const refusals: Refusal[] = [];
  if (line.ok) {
    refusals.push(...unitRefusals(line.value, input.quantities, path));
    refusals.push(...quotaRefusals(line.value, entryType, reference.entryTypes, path));
  } else refusals.push(...line.refusals);
  refusals.push(...originRefusals(input, path), ...valueRefusals(input, path));
  input.quantities.forEach((quantity, at) => {
    refusals.push(...quantityRefusals(quantity, `${path}/quantities/${at}`));
  });
  refusals.push(...decimalRefusals(input, path), ...claimRefusals(input, path));
  refusals.push(...prohibitedRefusals(input, reference.prohibitions, date, path));
  if (refusals.length > 0 || !line.ok) return refused(refusals);
  return ok({
    input,
    line: line.value,
    value: Decimal.of(input.enteredValue),
    cents: BigInt(input.enteredValue) * 100n,
    quantities: input.quantities,
    path,
    headings: input.headings?.map((heading) => heading.replaceAll('.', '')) ?? NO_HEADINGS,
  });
}

const NO_HEADINGS: readonly string[] = [];

/** Goods within a quota are not entered on a type that carries none (condition Q09). */
function quotaRefusals(
  line: TariffLine,
  { code, carriesQuota }: EntryType,
  types: readonly EntryType[],
  path: string,
): Refusal[] {
  if (!line.inQuota || carriesQuota !== false) return [];
  const able = types.filter((type) => type.carriesQuota && type.computed).map((type) => type.code);
  const params = { hts: line.hts, type: code, types: able.join(', ') };
  return [tariffCatalogue.refuse('TARIFF_QUOTA_ENTRY_TYPE', { path: `${path}/hts`, params })];
}

/** A heading stands on a line once, and no case or tax row is both claimed and denied. */
function claimRefusals({ headings, metals, cases, outsideCases }: DutyLineInput, path: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (headings !== undefined) refusals.push(...headingRefusals(headings, path));
  if (metals !== undefined) refusals.push(...metalRefusals(metals, path));
  if (cases !== undefined && cases.length > 0 && outsideCases !== undefined) {
    const why = 'goods are within a case or outside all of them';
    const params = { first: 'cases', second: 'outsideCases', why };
    refusals.push(tariffCatalogue.refuse('TARIFF_CLAIMS_CONFLICT', { path: `${path}/outsideCases`, params }));
  }
  return refusals;
}

/** Claims are numbers of chapters 98 and 99, each once. */
function headingRefusals(headings: readonly string[], path: string): Refusal[] {
  const seen = new Set<string>();
  return headings.flatMap((heading, at) => {
    const number = heading.replaceAll('.', '');
    const place = { path: `${path}/headings/${at}` };
    if (!HEADING.test(number))
      return [tariffCatalogue.refuse('TARIFF_CODE_MALFORMED', { ...place, params: { hts: heading } })];
    if (seen.has(number)) {
      const params = { first: heading, second: heading, why: 'a number stands on a line once' };
      return [tariffCatalogue.refuse('TARIFF_CLAIMS_CONFLICT', { ...place, params })];
    }
    seen.add(number);
    return [];
  });
}

const HEADING = /^9[89](?:\d{6}|\d{8})$/;

function originRefusals({ originCountry }: DutyLineInput, path: string): Refusal[] {
  if (isCountry(originCountry)) return [];
  const params = { country: originCountry };
  return [tariffCatalogue.refuse('TARIFF_ORIGIN_UNKNOWN', { path: `${path}/originCountry`, params })];
}

function valueRefusals({ enteredValue }: DutyLineInput, path: string): Refusal[] {
  if (WHOLE_DOLLARS.test(enteredValue)) return [];
  const params = { value: enteredValue };
  return [tariffCatalogue.refuse('TARIFF_VALUE_INVALID', { path: `${path}/enteredValue`, params })];
}

function quantityRefusals({ value, unit }: DutyQuantity, path: string): Refusal[] {
  const amount = parseDecimal(value);
  if (!amount.ok || !amount.value.gt(Decimal.zero))
    return [tariffCatalogue.refuse('TARIFF_QUANTITY_INVALID', { path: `${path}/value`, params: { value } })];
  if (unitInfo(unit) !== undefined) return [];
  return [tariffCatalogue.refuse('TARIFF_UNIT_UNKNOWN', { path: `${path}/unit`, params: { unit } })];
}

/** Part values and polarization must be decimals before they are counted with. */
function decimalRefusals({ partValues = [], polarity }: DutyLineInput, path: string): Refusal[] {
  const given = [
    ...partValues.map(({ value }, at) => ({ value, at: `${path}/partValues/${at}/value` })),
    ...(polarity === undefined ? [] : [{ value: polarity, at: `${path}/polarity` }]),
  ];
  return given.flatMap(({ value, at }) => {
    const amount = parseDecimal(value);
    if (amount.ok && !amount.value.isNegative()) return [];
    return [tariffCatalogue.refuse('TARIFF_QUANTITY_INVALID', { path: at, params: { value } })];
  });
}

/** None of the given quantities is of a kind that the line reports. */
function unitRefusals(line: TariffLine, quantities: readonly DutyQuantity[], path: string): Refusal[] {
  const [first] = line.measures;
  const known = quantities.filter(({ unit }) => unitInfo(unit) !== undefined);
  if (first === undefined || known.length === 0) return [];
  if (known.some(({ unit }) => line.measures.some((measure) => converts(unit, measure.unit)))) return [];
  const params = {
    hts: line.hts,
    measure: line.measures.map(describeMeasure).join(' and '),
    given: known.map(describeMeasure).join(', '),
    unit: first.unit,
  };
  return [tariffCatalogue.refuse('TARIFF_UNIT_WRONG', { path: `${path}/quantities`, params })];
}
