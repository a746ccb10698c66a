import { Type } from 'typebox';

/** Tariff numbers as rules write them, without points: "0805", "7213-7215", "54", "271112-271121". */
export const RangeListSchema = Type.Array(Type.String({ pattern: '^\\d{2,8}(-\\d{2,8})?$' }));

/** Whether a tariff number lies in a range, compared on as many digits as the range has. */
export function inRange(range: string, hs: string): boolean {
  const [first = '', last = first] = range.split('-');
  const number = hs.slice(0, first.length);
  return number.length === first.length && first <= number && number <= last;
}

export function inRanges(ranges: readonly string[], hs: string): boolean {
  return ranges.some((range) => inRange(range, hs));
}

/** With points, as people read it: 721310-721320 is "7213.10 to 7213.20", 54 is "chapter 54". */
export function describeRange(range: string): string {
  const [first = '', last] = range.split('-');
  const name = first.length === 2 ? 'chapter ' : '';
  return last === undefined ? `${name}${pointed(first)}` : `${pointed(first)} to ${pointed(last)}`;
}

export function pointed(hs: string): string {
  if (hs.length <= 4) return hs;
  const tail = hs.slice(4).replace(/..(?=.)/g, '$&.');
  return `${hs.slice(0, 4)}.${tail}`;
}
