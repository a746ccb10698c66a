import type { Instant } from '@portolan/kernel';
import { type Amount, amountOf } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import type { MonthBook } from './book.ts';

/** What went into the line in the month, out of it, and what it is said to have lost. */
export interface LineMovements {
  readonly received: Amount;
  readonly delivered: Amount;
  readonly losses: Amount;
}

export function movementsIn(book: MonthBook): LineMovements {
  const { input, papers } = book;
  let [received, delivered, losses] = [0n, 0n, 0n];
  for (const { digest, document } of papers.tickets.papers) {
    const { from, kind, line, to } = document;
    if (line !== input.profile.line || (kind !== 'injection' && kind !== 'delivery')) continue;
    const amount = within(book, { from: moment(from), to: moment(to) }, book.barrels(digest));
    if (kind === 'injection') received += amount;
    else delivered += amount;
  }
  for (const { digest, document } of papers.blends) {
    const at = moment(document.at);
    if (document.line !== input.profile.line || at <= book.from || at > book.to) continue;
    for (const [index, { volume }] of (document.losses ?? []).entries())
      losses += book.volumes.of(volume, {
        ...{ digest, paper: 'Blend', number: document.number, path: `/losses/${index}/volume` },
        lot: document.inputs[0]?.lot ?? '',
      });
  }
  return { received, delivered, losses };
}

/** The part of a ticket that falls in the month, by time, to the thousandth of a barrel. */
export function within(
  { from, to }: Pick<MonthBook, 'from' | 'to'>,
  span: { readonly from: Instant; readonly to: Instant },
  amount: Amount,
): Amount {
  if (span.from >= from && span.to <= to) return amount;
  return upTo(span, to, amount) - upTo(span, from, amount);
}

const grain = (() => {
  const one = amountOf('0.001');
  return one.ok ? one.value : 1n;
})();

function upTo(span: { readonly from: string; readonly to: string }, at: string, amount: Amount): Amount {
  if (at >= span.to) return amount;
  if (at <= span.from) return 0n;
  const whole = BigInt(Date.parse(span.to) - Date.parse(span.from));
  return ((amount * BigInt(Date.parse(at) - Date.parse(span.from))) / whole / grain) * grain;
}
