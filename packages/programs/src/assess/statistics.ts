import { Decimal } from '@portolan/kernel';

/** A measured value as decimal text, or counts where there are too few cases for a median or a share. */
export interface Measured {
  readonly value?: string;
  readonly count: number;
  /** Said in place of the value: "2 of 5". */
  readonly counts?: string;
}

/** The middle value of whole numbers, in `unit` parts, one decimal; the mean of the two middle ones for an even count. */
export function median(values: readonly number[], unit = 1): string | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const upper = Decimal.of(sorted[Math.floor(sorted.length / 2)] ?? 0);
  const lower = Decimal.of(sorted[Math.floor((sorted.length - 1) / 2)] ?? 0);
  return upper
    .plus(lower)
    .dividedBy(Decimal.of(2 * unit), 3, 'half-up')
    .toString();
}

/** A share in percent with one decimal; undefined of nothing. */
export function share(part: number, whole: number): string | undefined {
  return whole === 0
    ? undefined
    : Decimal.of(part * 100)
        .dividedBy(Decimal.of(whole), 1, 'half-up')
        .toString();
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
