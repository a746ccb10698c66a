import type { PipelineProfile } from '@portolan/documents';
import { addDays, type CalendarDate, date, type Instant, instant } from '@portolan/kernel';
import { type Amount, type Objection, sumOf, type TitleMove, type TitleStep } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import type { AllocationPolicy } from '../facts/policies.ts';
import { beginOf } from '../month/days.ts';
import type { FiledEntry } from '../month/input.ts';

/** What stands on the old owner already: entries that were filed, and what the operator allocated. */
export interface Settled {
  readonly profile: Pick<PipelineProfile, 'zone' | 'dayBegins'>;
  readonly filed: readonly FiledEntry[];
  readonly allocations: readonly Signed<'PipelineAllocation'>[];
  /** Spans of the border tickets, by batch. */
  readonly crossed: ReadonlyMap<string, readonly { readonly from: Instant; readonly to: Instant }[]>;
  readonly policy: AllocationPolicy;
  /** Transfers that stand in the place of earlier ones: what was entered on those is corrected after them. */
  readonly corrections: ReadonlySet<string>;
}

/** What a refused transfer contradicts: `entry` with its number, or `allocation` with its digest. */
export type Contradicted = `entry ${string}` | `allocation ${string}`;

/**
 * Objects to a transfer that was known after its seller had entered what it takes away, or after the operator had allocated it. One
 * that was only signed after the crossing is no contradiction: trades are often signed later. Nor is the correction of one that stood
 * before: both versions are kept, and the entry is what is corrected.
 */
export function objectionOf(settled: Settled): Objection {
  return (move, amount, before) =>
    settled.corrections.has(move.id)
      ? undefined
      : (enteredBy(settled, move) ?? allocatedTo(settled, move, amount, before));
}

function enteredBy({ crossed, filed, profile }: Settled, move: TitleMove): Contradicted | undefined {
  const spans = crossed.get(move.lot) ?? [];
  const contradicted = filed.find(({ filedAt, from, owner, state, to }) => {
    if (state !== 'filed' || owner !== move.from || instant(filedAt) > move.knownAt) return false;
    const days = spanOf(profile, from, to);
    return spans.some((span) => later(span.from, move.at, days.from) < earlier(span.to, days.to));
  });
  return contradicted && `entry ${contradicted.entry}`;
}

function allocatedTo(
  { allocations, policy, profile }: Settled,
  { at, from, knownAt, lot }: TitleMove,
  amount: Amount,
  before: TitleStep | undefined,
): Contradicted | undefined {
  const had = before?.entitled ?? new Map<string, Amount>();
  const [left, whole] = [(had.get(from) ?? 0n) - amount, sumOf(had)];
  const contradicted = allocations.find(({ document, knownAt: known }) => {
    if (known > knownAt || beginOf(date(document.day), profile.zone, profile.dayBegins) < at) return false;
    const shares = document.shares.filter(({ batch }) => batch === lot);
    const sumOfShares = (list: typeof shares) =>
      list.reduce((sum, { volume }) => sum + hundredths(volume.value), 0n);
    const own = sumOfShares(shares.filter(({ owner }) => owner.did === from));
    const all = sumOfShares(shares);
    // The seller's share as allocated is larger than what the transfer leaves it, beyond what is tolerated (percent).
    return all > 0n && (own * whole - left * all) * 10_000n > hundredths(policy.share) * all * whole;
  });
  return contradicted && `allocation ${contradicted.digest}`;
}

function hundredths(value: string): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.slice(0, 2).padEnd(2, '0'));
}

function spanOf({ dayBegins, zone }: Settled['profile'], first: string, last: string) {
  const after: CalendarDate = addDays(date(last), 1);
  return { from: beginOf(date(first), zone, dayBegins), to: beginOf(after, zone, dayBegins) };
}

function later(...moments: readonly Instant[]): Instant {
  return moments.reduce((latest, at) => (at > latest ? at : latest));
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
