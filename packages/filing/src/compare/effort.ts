import { Decimal, isRecord, resolvePointer } from '@portolan/kernel';
import type { Entry } from '../entry.ts';
import type { ProvenanceMap } from '../provenance.ts';
import { keyingSpeed } from './assumptions.ts';
import type { ComparedField, Effort, Speed } from './comparison.ts';

/** Keystrokes an hour: as measured at the desk that asks, else the figure assumed on the day of entry. */
export function speedOn(day: string, measured?: number): Speed {
  if (measured !== undefined)
    return { keystrokesPerHour: String(measured), source: 'Measured by whoever asks', certainty: 'measured' };
  const { keystrokesPerHour, source, certainty } = keyingSpeed(day);
  return { keystrokesPerHour, source, certainty };
}

/** What was keyed for the summary filed, counted from it: nobody recorded it. */
export function theirEffort(fields: readonly ComparedField[], speed: Speed): Effort {
  const keyed = fields.filter(({ keystrokes }) => keystrokes > 0);
  const keystrokes = keyed.reduce((sum, field) => sum + field.keystrokes, 0);
  return {
    ...{ fields: keyed.length, keystrokes, minutes: minutesAt(keystrokes, speed) },
    how: 'Counted from the summary filed: the characters of every value that a person keys; numbers that software gives, duty and fees count for nothing. Its time is not recorded anywhere: it is keystrokes by speed.',
  };
}

/** What was typed for ours, as recorded field by field; and how long the draft was open, where that is recorded. */
export function ourEffort(
  entry: Entry,
  provenance: ProvenanceMap,
  speed: Speed,
  preparationSeconds?: number | null,
): Effort {
  const typed = Object.entries(provenance).filter(([, from]) => from.class === 'typed');
  const keystrokes = typed.reduce((sum, [pointer]) => sum + lettersOf(resolvePointer(entry, pointer)), 0);
  const times = typed.flatMap(([, { at }]) => at ?? []).sort();
  const [first] = times;
  const last = times.at(-1);
  return {
    ...{ fields: typed.length, keystrokes, minutes: minutesAt(keystrokes, speed) },
    how: 'Recorded: the characters of each field that a member typed, with the time of each; what documents say, rules compute and the node assigns was not typed. The minutes are keystrokes by speed; the minutes open run from the first document of the draft to its filing, waiting included.',
    ...(first !== undefined && last !== undefined ? { typedFrom: first, typedUntil: last } : {}),
    ...(preparationSeconds === undefined || preparationSeconds === null
      ? {}
      : { minutesOpen: tenths(Decimal.of(preparationSeconds), Decimal.of(60)) }),
  };
}

/** Characters of a typed value, whatever its shape; a yes or no is one. */
function lettersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return String(value).length;
  if (typeof value === 'boolean') return 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + lettersOf(each), 0);
  return isRecord(value) ? lettersOf(Object.values(value)) : 0;
}

/** Minutes to one place. */
export function minutesAt(keystrokes: number, { keystrokesPerHour }: Speed): string {
  return tenths(Decimal.of(keystrokes).times(Decimal.of(60)), Decimal.of(keystrokesPerHour));
}

function tenths(value: Decimal, by: Decimal): string {
  return value.dividedBy(by, 1, 'half-up').toFixed(1);
}
