import { inForce } from '@portolan/filing';
import { Decimal } from '@portolan/kernel';
import { type Amount, type RefusedMove, sumOf, type TitleFault, textOf } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import { ownersAt } from '../title/title-book.ts';
import type { MonthBook } from './book.ts';
import type { MonthCode } from './catalogue.ts';
import type { ExactCrossing } from './crossings.ts';
import { found } from './find.ts';
import type { LineFinding } from './line-month.ts';

/** Transfers that contradict what was known before them, those known late, and where allocation and delivery differ from title. */
export function titleFindings(book: MonthBook, crossings: readonly ExactCrossing[]): LineFinding[] {
  return [
    ...[...book.title.lots.values()].flatMap(({ refused }) =>
      refused.map((one) => refusedTransfer(book, one)),
    ),
    ...knownLate(book, crossings),
    ...unknownOwners(crossings),
    ...allocations(book, crossings),
    ...deliveries(book),
  ];
}

const codes: Readonly<Record<Exclude<TitleFault, 'objected'>, MonthCode>> = {
  'never-owned': 'OIL_TITLE_NEVER_OWNED',
  overdrawn: 'OIL_TITLE_OVERDRAWN',
  'sold-twice': 'OIL_TITLE_SOLD_TWICE',
  'sold-on': 'OIL_TITLE_SOLD_ON',
  'after-delivery': 'OIL_TITLE_AFTER_DELIVERY',
};

function refusedTransfer(
  book: MonthBook,
  { against = '', asked, available, fault, move }: RefusedMove,
): LineFinding {
  const [what, entry] =
    fault === 'objected' ? [against.split(' ')[0], against.slice(against.indexOf(' ') + 1)] : ['', ''];
  const code =
    fault === 'objected'
      ? what === 'entry'
        ? 'OIL_TITLE_AFTER_ENTRY'
        : 'OIL_TITLE_AFTER_ALLOCATION'
      : codes[fault];
  const other = what === 'entry' ? entry : numberOf(book, entry || against);
  const params = {
    ...{ number: numberOf(book, move.id), seller: book.nameOf(move.from), batch: move.lot },
    ...{
      asked: move.amount === undefined ? 'all' : textOf(asked),
      available: textOf(available),
      at: move.at,
      known: move.knownAt,
      other,
    },
  };
  const evidence = [move.id, ...(what === 'entry' || against === '' ? [] : [entry || against])];
  // Who is shown its own sales alone cannot say of its seller that it never owned.
  const severity = book.input.partial && fault === 'never-owned' ? 'notice' : undefined;
  return found(code, params, { batch: move.lot, evidence, ...(severity ? { severity } : {}) });
}

function numberOf({ byDigest }: MonthBook, digest: string): string {
  const paper = byDigest.get(digest);
  return (paper?.document as { readonly number?: string } | undefined)?.number ?? digest;
}

/** A trade that was signed after the oil had crossed; nobody had entered it, or it would have been refused. */
function knownLate(book: MonthBook, crossings: readonly ExactCrossing[]): LineFinding[] {
  const concerned = Map.groupBy(
    crossings.filter(({ crossing: { basis, to } }) => basis.kind === 'transfer' && to < basis.knownAt),
    ({ crossing }) => crossing.basis.digest,
  );
  return [...concerned].map(([digest, list]) => {
    const [{ crossing }] = list as [ExactCrossing];
    const accepted = book.title.lots.get(crossing.batch)?.accepted.find(({ move }) => move.id === digest);
    const params = {
      ...{ number: numberOf(book, digest), at: accepted?.move.at ?? '', known: crossing.basis.knownAt },
      volume: textOf(list.reduce((sum, { amount }) => sum + amount, 0n)),
    };
    return found('OIL_TITLE_KNOWN_LATE', params, { batch: crossing.batch, evidence: [digest] });
  });
}

function unknownOwners(crossings: readonly ExactCrossing[]): LineFinding[] {
  return crossings
    .filter(({ crossing }) => crossing.owner.did === '')
    .map(({ crossing: { batch, day, ticket, volume } }) =>
      found('OIL_TITLE_UNKNOWN', { batch, day, volume }, { day, batch, evidence: [ticket.digest] }),
    );
}

/** An allocation is always taken; it is compared with title owner by owner. */
function allocations(book: MonthBook, crossings: readonly ExactCrossing[]): LineFinding[] {
  const titled = new Map<string, Amount>();
  const key = (day: string, batch: string, did: string) => `${day} ${batch} ${did}`;
  for (const { amount, crossing } of crossings) {
    const name = key(crossing.day, crossing.batch, crossing.owner.did);
    titled.set(name, (titled.get(name) ?? 0n) + amount);
  }
  const days = new Set(book.days.map(({ day }) => day as string));
  return book.papers.allocations.papers.flatMap(({ digest, document }) => {
    const { day, line, number, shares } = document;
    if (line !== book.input.profile.line || !days.has(day)) return [];
    const policy = inForce(book.input.tables.allocation, day);
    const batches = Map.groupBy(shares, ({ batch }) => batch);
    return shares.flatMap(({ batch, owner, volume }, index) => {
      const context = { digest, paper: 'Allocation', number, path: `/shares/${index}/volume`, lot: batch };
      const allocated = book.volumes.of(volume, context);
      const byTitle = titled.get(key(day, batch, owner.did)) ?? 0n;
      const all = sumOf(
        new Map(
          (batches.get(batch) ?? []).map((one) => [one.owner.did, book.volumes.of(one.volume, context)]),
        ),
      );
      if (!policy || agree(allocated, byTitle, all, policy)) return [];
      const params = {
        number,
        owner: owner.name,
        allocated: textOf(allocated),
        batch,
        day,
        titled: textOf(byTitle),
      };
      return [found('OIL_ALLOCATION_DIFFERS', params, { day, batch, evidence: [digest] })];
    });
  });
}

function agree(
  allocated: Amount,
  titled: Amount,
  all: Amount,
  { barrels, share }: { readonly barrels: string; readonly share: string },
): boolean {
  const difference = Decimal.of(textOf(allocated - titled)).abs();
  const part = Decimal.of(textOf(all)).times(Decimal.of(share)).dividedBy(Decimal.of('100'), 6, 'half-even');
  return difference.lte(Decimal.max(part, Decimal.of(barrels)));
}

/** Who takes out more than it has title to, or who never had any. */
function deliveries(book: MonthBook): LineFinding[] {
  const { byDigest, from, title, to } = book;
  const over = [...title.lots.values()].flatMap(({ lot, overdrawn }) =>
    overdrawn.flatMap(({ by, owner, withdrawal }) => {
      const paper = byDigest.get(withdrawal.id);
      if (paper?.type !== 'MeasurementTicket' || !inMonth(withdrawal.at)) return [];
      const params = {
        number: numberOf(book, withdrawal.id),
        owner: book.nameOf(owner),
        over: textOf(by),
        batch: lot,
      };
      return [found('OIL_DELIVERED_OVER', params, { batch: lot, evidence: [withdrawal.id] })];
    }),
  );
  const strangers = book.papers.tickets.papers.flatMap(({ digest, document }) => {
    const { batch, kind, number, shipper } = document;
    if (kind !== 'delivery' || !shipper || !inMonth(moment(document.to))) return [];
    const step = ownersAt(title, batch, moment(document.to));
    if (!step || step.basis.size === 0 || step.basis.has(shipper.did)) return [];
    const params = { number, batch, owner: shipper.name };
    return [found('OIL_DELIVERED_STRANGER', params, { batch, evidence: [digest] })];
  });
  return [...over, ...strangers];

  function inMonth(at: string): boolean {
    return from < at && at <= to;
  }
}
