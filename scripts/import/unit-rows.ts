import { type Fraction, fraction, unitDefinitions } from './unit-definitions.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const dimensionOf: Record<string, string> = { kg: 'mass', 'm³': 'volume', 'm²': 'area', m: 'length' };

/** Rows code, name, symbol, dimension, numerator, denominator of the units in use of a UNECE Rec 20 list. */
export function unitRows(list: readonly Record<string, string>[]): string[][] {
  return list
    .filter((row) => row.Status === '' && row.CommonCode !== '')
    .map((row) => {
      const definition = defined(row) ?? decimalMultiple(row.ConversionFactor ?? '');
      const named = [row.CommonCode ?? '', clean(row.Name), clean(row.Symbol)];
      if (definition === undefined) return named;
      return [...named, definition.dimension, ...definition.factor.map(String)];
    });
}

function clean(text = ''): string {
  return text.replaceAll('|', '/').replace(/\s+/g, ' ').trim();
}

/** A power of ten of an SI unit, the only published factors that are exact as printed. */
function decimalMultiple(text: string): { dimension: string; factor: Fraction } | undefined {
  const match = /^(?:(\d+)|10([⁻]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?\s*(kg|m³|m²|m)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole, minus, digits, unit = ''] = match;
  const dimension = dimensionOf[unit];
  if (dimension === undefined) return undefined;
  if (digits === undefined) return { dimension, factor: fraction(whole ?? '1') };
  const scale = 10n ** BigInt([...digits].map((digit) => superscripts.indexOf(digit)).join(''));
  return { dimension, factor: minus === '⁻' ? [1n, scale] : [scale, 1n] };
}

function defined(row: Record<string, string>): { dimension: string; factor: Fraction } | undefined {
  const definition = unitDefinitions.get(row.CommonCode ?? '');
  if (definition !== undefined) assertNear(row, definition.factor);
  return definition;
}

/** Factors that Rec 20 prints wrongly: the troy ounce's power of ten. */
const misprinted = new Set(['APZ']);

/** Rec 20 rounds to about six digits: a definition further away than that is a mistake of ours. */
function assertNear(row: Record<string, string>, [numerator, denominator]: Fraction): void {
  if (misprinted.has(row.CommonCode ?? '')) return;
  const printed = rounded(row.ConversionFactor ?? '');
  if (printed === undefined) return;
  const exact = Number(numerator) / Number(denominator);
  if (Math.abs(exact / printed - 1) > 2e-6)
    throw new Error(`${row.CommonCode}: ${exact}, published ${printed}`);
}

function rounded(text: string): number | undefined {
  const match = /^([\d\s,]+?)(?:\s*x\s*10([⁻]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]*))?\s*(kg|m³|m²|m)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, mantissa = '', minus, digits] = match;
  const exponent = [...(digits ?? '')].map((digit) => superscripts.indexOf(digit)).join('');
  return Number(
    `${mantissa.replace(/\s/g, '').replace(',', '.')}e${minus === '⁻' ? '-' : ''}${exponent || '0'}`,
  );
}
