import type { Instant } from '@portolan/kernel';
import type { Amount } from '../amount/amount.ts';
import { apportion, type Composition } from '../amount/apportion.ts';
import { type LotTitle, stepAt, stepsUpTo, type TitleStep } from './title.ts';

/** A reading of a running counter at a moment; only differences count. */
export interface Count {
  readonly at: Instant;
  readonly total: Amount;
}

/** An amount that was measured over a span of time. */
export interface MeasuredSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly amount: Amount;
  /** Counter at the beginning, on the way and at the end, in the order of time; empty where there is none. */
  readonly counts: readonly Count[];
}

/** A stretch of a span in which nothing changed hands. */
export interface SpanPart {
  readonly from: Instant;
  readonly to: Instant;
  readonly amount: Amount;
  /** By owner; empty where nobody is known to own it. The amounts add up to that of the part. */
  readonly owners: Composition;
  readonly step: TitleStep | undefined;
  /** Whether one of its ends was put into the span by time, for want of a count at that moment. */
  readonly byTime: boolean;
}

/**
 * Divides what was measured over a span among those who owned the lot meanwhile: cut at every change of owners' shares and at
 * the given moments by the counter, else by time; within a part by shares. To the last unit: whole units of `grain` where the
 * amount is of such, and the parts add up exactly.
 */
export function divideSpan(
  span: MeasuredSpan,
  title: Pick<LotTitle, 'steps'>,
  cuts: readonly Instant[] = [],
  grain: Amount = 1n,
): SpanPart[] {
  const unit = grain > 0n && span.amount % grain === 0n ? grain : 1n;
  const moments = [...new Set([...changesWithin(span, title), ...cuts])]
    .filter((at) => span.from < at && at < span.to)
    .sort();
  const parts: SpanPart[] = [];
  let [from, done, estimated] = [span.from, 0n, false];
  for (const to of [...moments, span.to]) {
    const end = to === span.to ? { amount: span.amount, byTime: false } : upTo(span, to, unit);
    const amount = end.amount - done;
    const step = stepAt(title, from);
    const owners = scaled(apportion(amount / unit, step?.entitled ?? new Map()), unit);
    parts.push({ from, to, amount, owners, step, byTime: estimated || end.byTime });
    [from, done, estimated] = [to, end.amount, end.byTime];
  }
  return parts;
}

/** Moments at which the shares of owners are other than before. More of the same owner's goods changes nothing. */
function changesWithin({ from, to }: MeasuredSpan, { steps }: Pick<LotTitle, 'steps'>): Instant[] {
  const moments: Instant[] = [];
  for (let index = stepsUpTo({ steps }, from); index < steps.length; index += 1) {
    const step = steps[index] as TitleStep;
    if (step.at >= to) break;
    if (!sameShares(steps[index - 1]?.entitled, step.entitled)) moments.push(step.at);
  }
  return moments;
}

function sameShares(before: Composition | undefined, after: Composition): boolean {
  if (!before || before.size !== after.size) return false;
  const [first] = after;
  if (!first) return true;
  const [key, amount] = first;
  const other = before.get(key);
  if (other === undefined) return false;
  return [...after].every(([owner, part]) => (before.get(owner) ?? 0n) * amount === part * other);
}

/** How much of a span had been measured by a moment. */
function upTo({ amount, counts, from, to }: MeasuredSpan, at: Instant, unit: Amount) {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last || first.at > from || last.at < to || last.total <= first.total)
    return { amount: part(amount, elapsed(from, at), elapsed(from, to), unit), byTime: true };
  const after = counts.findIndex((count) => count.at >= at);
  const [low, high] = [counts[after - 1] ?? first, counts[after] ?? last];
  const whole = last.total - first.total;
  if (high.at === at) return { amount: part(amount, high.total - first.total, whole, unit), byTime: false };
  const between = ((high.total - low.total) * elapsed(low.at, at)) / elapsed(low.at, high.at);
  return { amount: part(amount, low.total + between - first.total, whole, unit), byTime: true };
}

function part(amount: Amount, share: bigint, whole: bigint, unit: Amount): Amount {
  return whole === 0n ? 0n : (((amount / unit) * share * 2n + whole) / (whole * 2n)) * unit;
}

function elapsed(from: Instant, to: Instant): bigint {
  return BigInt(Date.parse(to) - Date.parse(from));
}

function scaled(parts: ReadonlyMap<string, Amount>, unit: Amount): Map<string, Amount> {
  return unit === 1n ? new Map(parts) : new Map([...parts].map(([key, amount]) => [key, amount * unit]));
}
