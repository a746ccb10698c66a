import {
  type CalendarDate,
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
import type { Edition } from '../edition/edition.ts';
import type { TariffLine } from '../edition/line.ts';
import { describeMeasure } from '../rate/measure.ts';
import type { TariffReference } from '../reference/reference.ts';
import { checkCode } from './check-code.ts';
import type { Goods } from './goods.ts';
import type { DutyLineInput, DutyQuantity } from './input.ts';
import { converts } from './quantity.ts';

/** Values above this are no entered value of any line: eleven digits is what the summary's record carries. */
const WHOLE_DOLLARS = /^[1-9]\d{0,9}$/;

/** Checks one line of the input; all refusals of the line come together. */
export function checkGoods(
  input: DutyLineInput,
  index: number,
  edition: Edition,
  reference: Pick<TariffReference, 'concordance'>,
  date: CalendarDate,
): Result<Goods> {
  const path = `/lines/${index}`;
  const line = checkCode(input.hts, edition, reference.concordance, date, `${path}/hts`);
  const refusals: Refusal[] = [
    ...(line.ok ? unitRefusals(line.value, input.quantities, path) : line.refusals),
    ...originRefusals(input, path),
    ...valueRefusals(input, path),
    ...input.quantities.flatMap((quantity, at) => quantityRefusals(quantity, `${path}/quantities/${at}`)),
    ...decimalRefusals(input, path),
  ];
  if (refusals.length > 0 || !line.ok) return refused(refusals);
  return ok({
    input,
    line: line.value,
    value: Decimal.of(input.enteredValue),
    quantities: input.quantities,
    path,
    headings: (input.headings ?? []).map((heading) => heading.replaceAll('.', '')),
  });
}

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
