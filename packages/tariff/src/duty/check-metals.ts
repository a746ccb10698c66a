import { Decimal, isCountry, parseDecimal, type Refusal } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { MetalContent } from './input.ts';

const PLACES = ['meltedIn', 'smeltedIn', 'secondarySmeltedIn', 'castIn'] as const;
const PERCENTAGES = ['weightPercent', 'percentFrom'] as const;
const HUNDRED = Decimal.of(100);

/** Countries must be countries, percentages lie from 0 to 100, and values be decimals (conditions 826 to 871). */
export function metalRefusals(metals: readonly MetalContent[], path: string): Refusal[] {
  return metals.flatMap((content, at) => contentRefusals(content, `${path}/metals/${at}`));
}

function contentRefusals(content: MetalContent, path: string): Refusal[] {
  const places = PLACES.flatMap((field) => {
    const country = content[field];
    if (country === undefined || isCountry(country)) return [];
    return [
      tariffCatalogue.refuse('TARIFF_COUNTRY_UNKNOWN', { path: `${path}/${field}`, params: { country } }),
    ];
  });
  const percentages = PERCENTAGES.flatMap((field) => {
    const value = content[field];
    if (value === undefined || isPercentage(value)) return [];
    return [
      tariffCatalogue.refuse('TARIFF_PERCENT_INVALID', { path: `${path}/${field}`, params: { value } }),
    ];
  });
  return [...places, ...percentages, ...valueRefusals(content.value, path)];
}

function isPercentage(text: string): boolean {
  const value = parseDecimal(text);
  return value.ok && !value.value.isNegative() && value.value.lte(HUNDRED);
}

function valueRefusals(value: string | undefined, path: string): Refusal[] {
  if (value === undefined) return [];
  const amount = parseDecimal(value);
  if (amount.ok && !amount.value.isNegative()) return [];
  return [tariffCatalogue.refuse('TARIFF_QUANTITY_INVALID', { path: `${path}/value`, params: { value } })];
}
