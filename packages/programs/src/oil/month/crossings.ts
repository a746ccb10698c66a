import {
  type Amount,
  amountOf,
  apportion,
  divideSpan,
  type SpanPart,
  sumOf,
  textOf,
} from '@portolan/traceability';
import type { BatchStatus } from '../status/status-book.ts';
import type { MonthBook } from './book.ts';
import type { BorderTicket } from './border-tickets.ts';
import { countsOf } from './counts.ts';
import type { MeterDay } from './days.ts';
import { type Gravity, gravityOf } from './gravity.ts';
import type { Crossing } from './line-month.ts';

/** A crossing with what its figures were made of, in exact amounts. */
export interface ExactCrossing {
  readonly crossing: Crossing;
  readonly amount: Amount;
  readonly ticket: BorderTicket;
  readonly gravity: Gravity;
  readonly status: BatchStatus;
}

/** Owner of what nobody is known to own. */
export const NOBODY = { did: '', name: 'Not known' } as const;

/** Thousandths of a barrel: what a ticket says to the thousandth is divided to the thousandth. */
const GRAIN = 10n ** 12n;

/** What crossed in the month, by ticket, day, batch and owner; the volumes of a ticket add up to it exactly. */
export function crossingsOf(book: MonthBook): ExactCrossing[] {
  const { border, from, to } = book;
  const cuts = book.days.map((day) => day.from);
  return border.counted
    .filter((ticket) => ticket.from < to && from < ticket.to)
    .flatMap((ticket) => ofTicket(book, ticket, [...cuts, book.days.at(-1)?.to ?? ticket.to]));
}

function ofTicket(book: MonthBook, ticket: BorderTicket, cuts: readonly MeterDay['from'][]): ExactCrossing[] {
  const { batch, digest, document, from, to } = ticket;
  const amount = book.barrels(digest);
  if (amount === 0n) return [];
  const inside = cuts.filter((at) => from < at && at < to);
  const title = book.title.lots.get(batch) ?? { steps: [] };
  const parts = divideSpan({ from, to, amount, counts: countsOf(document) }, title, inside, GRAIN);
  return parts.flatMap((part) => {
    const day = dayOf(book.days, part.from);
    return day && part.amount > 0n ? ofPart(book, ticket, part, day) : [];
  });
}

function ofPart(book: MonthBook, ticket: BorderTicket, part: SpanPart, { day }: MeterDay): ExactCrossing[] {
  const { batch, digest, document } = ticket;
  const gravity = gravityOf(ticket, day, book.input.tables);
  const status = book.status.at(batch, part.to, day);
  const owned = sumOf(part.owners) > 0n ? titled(book, part) : allocated(book, batch, day, part.amount);
  const shares: Owned[] =
    owned.length > 0
      ? owned
      : [
          {
            owner: NOBODY,
            amount: part.amount,
            basis: { digest, kind: 'allocation', knownAt: ticket.paper.knownAt },
          },
        ];
  return shares.map(({ amount, basis, owner }) => ({
    ...{ amount, ticket, gravity, status },
    crossing: {
      ...{ day, from: part.from, to: part.to, batch, owner, basis },
      ticket: { number: document.number, digest },
      volume: textOf(amount),
      byTime: part.byTime,
      api: {
        ...(gravity.raw ? { raw: gravity.raw.toString() } : {}),
        ...(gravity.reported ? { reported: gravity.reported.toString() } : {}),
      },
      origin: [...status.origin],
      freeTrade: status.freeTrade,
      ...(gravity.number ? { hts: gravity.number.hts.replaceAll('.', '') } : {}),
    },
  }));
}

interface Owned {
  readonly owner: Crossing['owner'];
  readonly amount: Amount;
  readonly basis: Crossing['basis'];
}

/** By title: shares of what each was entitled to in the batch, with the paper by which it came to it. */
function titled(book: MonthBook, { owners, step }: SpanPart): Owned[] {
  return [...owners].map(([did, amount]) => ({
    amount,
    owner: { did, name: book.nameOf(did) },
    basis: basisOf(book, step?.basis.get(did) ?? ''),
  }));
}

const kinds: Readonly<Record<string, Crossing['basis']['kind']>> = {
  LiquidProduction: 'production',
  LiquidBlend: 'production',
  MeasurementTicket: 'injection',
  TitleTransfer: 'transfer',
  PipelineStock: 'allocation',
  PipelineAllocation: 'allocation',
};

function basisOf({ byDigest }: MonthBook, digest: string): Crossing['basis'] {
  const paper = byDigest.get(digest);
  return { digest, kind: kinds[paper?.type ?? ''] ?? 'allocation', knownAt: paper?.knownAt ?? '' };
}

/** Where nothing tells of title, as the operator allocated the day. */
function allocated({ papers }: MonthBook, batch: string, day: string, total: Amount): Owned[] {
  const allocations = papers.allocations.papers.filter(
    ({ document }) => document.day === day && document.shares.some((share) => share.batch === batch),
  );
  const first = allocations[0];
  if (!first) return [];
  const names = new Map<string, string>();
  const weights = new Map<string, Amount>();
  for (const { batch: of, owner, volume } of first.document.shares) {
    const amount = amountOf(volume.value);
    if (of !== batch || !amount.ok) continue;
    names.set(owner.did, owner.name);
    weights.set(owner.did, (weights.get(owner.did) ?? 0n) + amount.value);
  }
  const basis = { digest: first.digest, kind: 'allocation' as const, knownAt: first.knownAt };
  const unit = total % GRAIN === 0n ? GRAIN : 1n;
  return [...apportion(total / unit, weights)].map(([did, units]) => ({
    ...{ amount: units * unit, basis },
    owner: { did, name: names.get(did) ?? did },
  }));
}

/** The day of the meter that a moment is in; undefined outside of the month. */
export function dayOf(days: readonly MeterDay[], at: string): MeterDay | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as MeterDay).from <= at) low = middle + 1;
    else high = middle;
  }
  const day = days[low - 1];
  return day && at < day.to ? day : undefined;
}
