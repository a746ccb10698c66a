import type { Amount } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import type { Replaced } from '../stream/standing.ts';
import type { MonthBook } from './book.ts';
import type { ExactCrossing } from './crossings.ts';
import { dayOf } from './crossings.ts';

/** A paper of which a later version took the place, by what it changes of the month. */
export interface Corrected {
  readonly title: string;
  readonly pair: Pick<Replaced<'MeasurementTicket'>['after'], 'digest' | 'knownAt'>;
  readonly corrects: string;
  readonly reason: string;
  readonly before: Amount;
  readonly after: Amount;
  /** Day of the meter that it is told at: the first that it bears on. */
  readonly day: string;
  /** Owner and day of what crossed that it bears on. */
  readonly bearsOn: (owner: string, day: string) => boolean;
}

/** Corrections that bear on what crossed in the month: of tickets, production reports, transfers of title and allocations. */
export function correctedPapers(book: MonthBook, crossings: readonly ExactCrossing[]): Corrected[] {
  return [
    ...tickets(book, crossings),
    ...production(book, crossings),
    ...transfers(book, crossings),
    ...allocations(book),
  ];
}

type Pair = {
  readonly before: { readonly digest: string };
  readonly after: {
    readonly digest: string;
    readonly knownAt: string;
    readonly document: { readonly corrects?: { readonly reason: string } };
  };
};

const told = ({ after, before }: Pair) => ({
  pair: { digest: after.digest, knownAt: after.knownAt } as Corrected['pair'],
  corrects: before.digest,
  reason: after.document.corrects?.reason ?? '',
});

function tickets(book: MonthBook, crossings: readonly ExactCrossing[]): Corrected[] {
  const { line } = book.input.profile;
  return book.papers.tickets.replaced.flatMap((replaced) => {
    const { after, before } = replaced;
    if (after.document.line !== line && before.document.line !== line) return [];
    const figure = ({ digest, document }: typeof after): Amount =>
      book.volumes.of(document.reported.netStandardVolume, {
        ...{ digest, paper: 'Ticket', number: document.number, path: '/reported/netStandardVolume' },
        ...{ lot: document.batch, commodity: document.commodity },
      });
    const base = { ...told(replaced), title: 'Ticket', before: figure(before), after: figure(after) };
    const kinds = [after.document.kind, before.document.kind];
    if (kinds.includes('border')) {
      const [day] = [before, after].flatMap(
        ({ document }) => dayOf(book.days, moment(document.from))?.day ?? [],
      );
      return day === undefined ? [] : [{ ...base, day, bearsOn: (_owner, on) => on === day }];
    }
    // What was injected decides whose a batch is; what was delivered after the meter changes no entry.
    if (!kinds.includes('injection')) return [];
    return onBatches(new Set([before.document.batch, after.document.batch]), crossings, base);
  });
}

function production(book: MonthBook, crossings: readonly ExactCrossing[]): Corrected[] {
  return book.papers.production.replaced.flatMap((replaced) => {
    const { after, before } = replaced;
    const figure = ({ digest, document: { commodity, density, lot, number, volume } }: typeof after) =>
      book.volumes.of(volume, {
        ...{ digest, paper: 'Production', number, path: '/volume', lot, commodity, density },
      });
    const lots = [before, after].map(({ document }) => document.lot);
    const base = {
      ...told(replaced),
      title: 'Production report',
      before: figure(before),
      after: figure(after),
    };
    return onBatches(filledFrom(book, lots), crossings, base);
  });
}

function transfers(book: MonthBook, crossings: readonly ExactCrossing[]): Corrected[] {
  return book.papers.transfers.replaced.flatMap((replaced) => {
    const { after, before } = replaced;
    const figure = ({ digest, document: { batch, number, volume } }: typeof after): Amount =>
      volume
        ? book.volumes.of(volume, { digest, paper: 'Transfer', number, path: '/volume', lot: batch })
        : (book.title.lots.get(batch)?.accepted.find(({ move }) => move.id === digest)?.amount ??
          wholeOf(crossings, batch));
    const parties = new Set(
      [before, after].flatMap(({ document }) => [document.seller.did, document.buyer.did]),
    );
    const base = { ...told(replaced), title: 'Transfer', before: figure(before), after: figure(after) };
    const batches = new Set([before.document.batch, after.document.batch]);
    return onBatches(batches, crossings, base).map((one) => ({
      ...one,
      bearsOn: (owner, day) => parties.has(owner) && one.bearsOn(owner, day),
    }));
  });
}

/** Share by share: the sum of an allocation is what was measured, and does not change with who it goes to. */
function allocations(book: MonthBook): Corrected[] {
  return book.papers.allocations.replaced.flatMap((replaced) => {
    const { after, before } = replaced;
    const { day } = after.document;
    if (!book.days.some((one) => one.day === day)) return [];
    const shares = ({ digest, document: { number, shares: list } }: typeof after) =>
      new Map(
        list.map(({ batch, owner, volume }, index) => {
          const at = { digest, paper: 'Allocation', number, path: `/shares/${index}/volume`, lot: batch };
          return [`${batch} ${owner.did}`, { did: owner.did, amount: book.volumes.of(volume, at) }] as const;
        }),
      );
    const [old, now] = [shares(before), shares(after)];
    return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
      const [was, is] = [old.get(key), now.get(key)];
      if (was?.amount === is?.amount) return [];
      const did = was?.did ?? is?.did;
      const figures = { before: was?.amount ?? 0n, after: is?.amount ?? 0n };
      const bearsOn = (owner: string, on: string) => owner === did && on === day;
      return [{ ...told(replaced), ...figures, title: 'Allocation', day, bearsOn }];
    });
  });
}

/** What bears on all that crossed of some batches; nothing where none of them crossed in the month. */
function onBatches(
  batches: ReadonlySet<string>,
  crossings: readonly ExactCrossing[],
  base: Omit<Corrected, 'day' | 'bearsOn'>,
): Corrected[] {
  const days = crossings
    .flatMap(({ crossing }) => (batches.has(crossing.batch) ? [crossing.day] : []))
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ ...base, day: first, bearsOn: (_owner, day) => first <= day && day <= last }];
}

function wholeOf(crossings: readonly ExactCrossing[], batch: string): Amount {
  return crossings.reduce((sum, { amount, crossing }) => (crossing.batch === batch ? sum + amount : sum), 0n);
}

/** Batches that hold something of a stock, through blends and tanks. */
function filledFrom({ papers }: MonthBook, stocks: readonly string[]): Set<string> {
  const next = new Map<string, string[]>();
  const follow = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const { document } of papers.blends)
    for (const { lot } of document.inputs) for (const output of document.outputs) follow(lot, output.lot);
  for (const { document } of papers.tickets.papers)
    if (document.kind === 'injection' && document.stock !== undefined) follow(document.stock, document.batch);
  const reached = new Set(stocks);
  for (const lot of reached) for (const to of next.get(lot) ?? []) reached.add(to);
  return reached;
}
