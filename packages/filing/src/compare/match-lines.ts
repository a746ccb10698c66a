import { byLongestRun } from './longest-run.ts';

/** A line as it is paired: its values by the rest of their pointers, such as `hts` or `quantities/0`. */
export type LineValues = ReadonlyMap<string, string>;

/** A line filed and the line of ours that it is, both from 0; a line that the other side has not stands alone. */
export interface LinePair {
  readonly filed?: number;
  readonly ours?: number;
  /** What both have in common. */
  readonly by?: string;
  /** It stands in another order among the lines of the other side. */
  readonly moved: boolean;
}

interface Pass {
  readonly by: string;
  readonly keys: readonly string[];
}

/** What makes two lines one, strongest first. */
const passes: readonly Pass[] = [
  { by: 'the same invoice line and tariff number', keys: ['invoice/number', 'invoice/line', 'hts'] },
  { by: 'the same tariff number, origin and value', keys: ['hts', 'originCountry', 'enteredValue'] },
  { by: 'the same tariff number, origin and quantity', keys: ['hts', 'originCountry', 'quantities/0'] },
  { by: 'the same invoice line', keys: ['invoice/number', 'invoice/line'] },
  { by: 'the same tariff number and origin', keys: ['hts', 'originCountry'] },
  { by: 'the same description and origin', keys: ['description', 'originCountry'] },
  { by: 'the same value and origin', keys: ['enteredValue', 'originCountry'] },
  { by: 'the same tariff number', keys: ['hts'] },
  { by: 'the same description', keys: ['description'] },
];

/** Above so many pairs of one key the lines are paired in the order of their values. */
const MOST_PAIRS = 40_000;

/**
 * Pairs the lines of a summary filed with ours by what they say and not by where they stand: the strongest reason first, among
 * equals the nearest value, then the most fields in common, then the nearest place. So the order of the filed lines changes no
 * pair, but between lines that say the same. The only lines left on both sides are one.
 */
export function matchLines(filed: readonly LineValues[], ours: readonly LineValues[]): LinePair[] {
  const sides = { filed, ours };
  const free = { filed: new Set(filed.keys()), ours: new Set(ours.keys()) };
  const found = new Map<number, { ours: number; by: string }>();
  const take = (pairs: readonly (readonly [number, number])[], by: string) => {
    for (const [left, right] of pairs) {
      if (!free.filed.has(left) || !free.ours.has(right)) continue;
      free.filed.delete(left);
      free.ours.delete(right);
      found.set(left, { ours: right, by });
    }
  };
  for (const { by, keys } of passes) {
    const right = grouped(ours, free.ours, keys);
    for (const [key, members] of grouped(filed, free.filed, keys))
      take(paired(members, right.get(key) ?? [], sides), by);
  }
  const samePlace = [...free.filed].filter((at) => free.ours.has(at) && saysNothing(filed[at]));
  take(
    samePlace.map((at) => [at, at]),
    'the same place',
  );
  if (free.filed.size === 1 && free.ours.size === 1)
    take([[[...free.filed][0] ?? 0, [...free.ours][0] ?? 0]], 'the only line left of both');
  return laidOut(found, filed.length, ours.length);
}

/** A line without number, origin, description and invoice can only be known by its place. */
function saysNothing(line: LineValues | undefined): boolean {
  return !['hts', 'originCountry', 'description', 'invoice/line'].some((key) => line?.has(key));
}

function grouped(lines: readonly LineValues[], free: ReadonlySet<number>, keys: readonly string[]) {
  const groups = new Map<string, number[]>();
  for (const index of free) {
    const values = keys.map((key) => lines[index]?.get(key));
    if (values.some((value) => value === undefined)) continue;
    const key = JSON.stringify(values);
    const known = groups.get(key);
    if (known) known.push(index);
    else groups.set(key, [index]);
  }
  return groups;
}

interface Sides {
  readonly filed: readonly LineValues[];
  readonly ours: readonly LineValues[];
}

function paired(left: readonly number[], right: readonly number[], sides: Sides): [number, number][] {
  if (left.length * right.length > MOST_PAIRS) return inOrderOfValue(left, right, sides);
  const all = left.flatMap((one) => right.map((other) => ranked(one, other, sides)));
  return all.sort(nearest).map(({ pair }) => pair);
}

interface Ranked {
  readonly pair: [number, number];
  readonly apart: bigint;
  readonly common: number;
}

function ranked(one: number, other: number, { filed, ours }: Sides): Ranked {
  const [left, right] = [filed[one] ?? new Map<string, string>(), ours[other] ?? new Map<string, string>()];
  let common = 0;
  for (const [key, value] of left) if (key !== 'number' && right.get(key) === value) common += 1;
  const apart = dollars(left) - dollars(right);
  return { pair: [one, other], apart: apart < 0n ? -apart : apart, common };
}

function nearest(left: Ranked, right: Ranked): number {
  if (left.apart !== right.apart) return left.apart < right.apart ? -1 : 1;
  if (left.common !== right.common) return right.common - left.common;
  const [a, b] = [left.pair, right.pair];
  return Math.abs(a[0] - a[1]) - Math.abs(b[0] - b[1]) || a[0] - b[0] || a[1] - b[1];
}

function inOrderOfValue(left: readonly number[], right: readonly number[], { filed, ours }: Sides) {
  const sorted = (side: readonly number[], lines: readonly LineValues[]) =>
    side
      .map((index) => ({ index, worth: dollars(lines[index] ?? new Map()) }))
      .sort((a, b) => (a.worth === b.worth ? a.index - b.index : a.worth < b.worth ? -1 : 1));
  const others = sorted(right, ours);
  return sorted(left, filed)
    .slice(0, others.length)
    .map(({ index }, at): [number, number] => [index, others[at]?.index ?? 0]);
}

/** Whole dollars; nothing where the line says none. */
function dollars(line: LineValues): bigint {
  const value = line.get('enteredValue') ?? '';
  return /^\d{1,15}$/.test(value) ? BigInt(value) : 0n;
}

/** Our lines in their order, each with its filed one; then the lines that only were filed. */
function laidOut(found: ReadonlyMap<number, { ours: number; by: string }>, filed: number, ours: number) {
  const byOurs = new Map([...found].map(([index, { ours: other, by }]) => [other, { filed: index, by }]));
  const order = [...byOurs].sort(([left], [right]) => left - right);
  const kept = byLongestRun(order.map(([, { filed: index }]) => index));
  const own = Array.from({ length: ours }, (_, index): LinePair => {
    const pair = byOurs.get(index);
    return pair ? { ours: index, ...pair, moved: !kept.has(pair.filed) } : { ours: index, moved: false };
  });
  const alone = Array.from({ length: filed }, (_, index) => index).filter((index) => !found.has(index));
  return [...own, ...alone.map((index): LinePair => ({ filed: index, moved: false }))];
}
