import { measureOf } from './measure.ts';
import type { AdValoremRate, PolarityRate, SpecificRate } from './rate.ts';

const number = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const percentTerm = new RegExp(
  String.raw`^(${number}(?: \d+/\d+)?) ?(?:%|percent)(?: (?:on|of)(?: the)? (?:value of the )?(.+))?$`,
  'i',
);
const moneyTerm = new RegExp(
  String.raw`^(?:\$ ?(${number})|(${number}) ?¢) ?(each|for each (.+)|/ ?(.+))$`,
  'i',
);
const perUnit = /^(.+?)(?: over (\d+)|(?:,| on| of) (.+))?$/;
const polarityTerm = new RegExp(
  String.raw`^(${number})¢ ?/kg less (${number})¢ ?/kg for each degree under (\d+) degrees .*but not less(?: than)? (${number})¢ ?/kg$`,
);

/** One term of a rate, such as "2.5%", "4.4¢/kg", "37.5¢/kg on tungsten content", "4.6% on the case". */
export function parseTerm(text: string): AdValoremRate | SpecificRate | PolarityRate | undefined {
  return parsePercent(text) ?? parsePolarity(text) ?? parseSpecific(text);
}

function parsePercent(text: string): AdValoremRate | undefined {
  const match = percentTerm.exec(text);
  if (match?.[1] === undefined) return undefined;
  const percent = plainDecimal(match[1]);
  return match[2] === undefined
    ? { kind: 'ad-valorem', percent }
    : { kind: 'ad-valorem', percent, of: match[2] };
}

function parseSpecific(text: string): SpecificRate | undefined {
  const [, dollars, cents, , otherPieces, unitText] = moneyTerm.exec(text) ?? [];
  if (dollars === undefined && cents === undefined) return undefined;
  const amount = dollars === undefined ? centsToDollars(cents ?? '') : plainDecimal(dollars);
  const base = { kind: 'specific', amount, currency: 'USD' } as const;
  if (otherPieces !== undefined) return { ...base, per: 'NAR', of: otherPieces };
  return unitText === undefined ? { ...base, per: 'NAR' } : perMeasure(base, unitText);
}

type SpecificBase = Pick<SpecificRate, 'kind' | 'amount' | 'currency'>;

function perMeasure(base: SpecificBase, text: string): SpecificRate | undefined {
  const whole = measureOf(text);
  if (whole !== undefined) return withPer(base, whole.unit, whole.of);
  const [, unitText = '', over, of] = perUnit.exec(text) ?? [];
  const measure = measureOf(unitText);
  if (measure === undefined) return undefined;
  const rate = withPer(base, measure.unit, of ?? measure.of);
  return over === undefined ? rate : { ...rate, over };
}

function withPer(base: SpecificBase, per: string, of: string | undefined): SpecificRate {
  return of === undefined ? { ...base, per } : { ...base, per, of };
}

function parsePolarity(text: string): PolarityRate | undefined {
  const [, amount, less, degrees, minimum] = polarityTerm.exec(text) ?? [];
  if (amount === undefined || less === undefined || degrees === undefined || minimum === undefined)
    return undefined;
  return {
    kind: 'polarity',
    amount: centsToDollars(amount),
    less: centsToDollars(less),
    degrees,
    minimum: centsToDollars(minimum),
    per: 'KGM',
  };
}

function plainDecimal(text: string): string {
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  const trimmed = decimals.replace(/0+$/, '');
  return trimmed === '' ? whole : `${whole}.${trimmed}`;
}

/** Cents to dollars by moving the point: exact. */
function centsToDollars(cents: string): string {
  const [whole = '0', decimals = ''] = cents.replaceAll(',', '').split('.');
  const digits = whole.padStart(3, '0');
  return plainDecimal(`${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`);
}
