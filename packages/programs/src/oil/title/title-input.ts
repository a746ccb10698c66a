import type { Instant } from '@portolan/kernel';
import type { Amount, TitleDeposit, TitleFlow, TitleInput, TitleMove } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import { ticketDensity } from '../stream/density.ts';
import { moment } from '../stream/moment.ts';
import type { LinePapers } from '../stream/papers.ts';
import { narrowedTransfers } from './narrowed.ts';
import type { Volumes } from './volumes.ts';

/** Barrels of each ticket by its digest, and what papers say of title. */
export interface TitleFacts {
  readonly input: TitleInput;
  readonly tickets: ReadonlyMap<string, Amount>;
  /** What parties are called, by identifier. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * What papers say of who owns how much: production belongs to its owner, an injection to its shipper in the batch, a blend to the
 * owners of what went in, a delivery is taken by its shipper, and a transfer passes an amount of a batch on.
 */
export function titleFacts(papers: LinePapers, volumes: Volumes): TitleFacts {
  const names = new Map<string, string>();
  const named = ({ did, name }: { readonly did: string; readonly name: string }): string => {
    if (!names.has(did)) names.set(did, name);
    return did;
  };
  const tickets = new Map<string, Amount>();
  const deposits: TitleDeposit[] = papers.production.papers.map((paper) => {
    const { commodity, density, from, lot, number, owner, volume } = paper.document;
    const at = {
      digest: paper.digest,
      paper: 'Production',
      number,
      path: '/volume',
      lot,
      commodity,
      density,
    };
    const owners = new Map([[named(owner), volumes.of(volume, at)]]);
    return { id: paper.digest, lot, at: moment(from), knownAt: paper.knownAt, owners };
  });
  const flows: TitleFlow[] = [];
  for (const paper of papers.tickets.papers) {
    const { batch, commodity, kind, number, reported, shipper, stock } = paper.document;
    const amount = volumes.of(reported.netStandardVolume, {
      ...{ digest: paper.digest, paper: 'Ticket', number, path: '/reported/netStandardVolume', lot: batch },
      ...{ commodity, density: ticketDensity(paper.document) },
    });
    tickets.set(paper.digest, amount);
    const owner = shipper && named(shipper);
    const span = { from: moment(paper.document.from), to: moment(paper.document.to) };
    if (amount === 0n || kind === 'border' || kind === 'transfer') continue;
    if (kind === 'injection') {
      const into = { lot: batch, at: span.from, amount };
      if (stock === undefined) {
        if (owner !== undefined)
          deposits.push({
            ...{ id: paper.digest, lot: batch, at: span.from, knownAt: paper.knownAt },
            owners: new Map([[owner, amount]]),
          });
      } else flows.push(flowOf(paper, [{ lot: stock, at: span.to, amount }], [into], owner));
    } else {
      const out = stock === undefined ? [] : [{ lot: stock, at: span.to, amount }];
      flows.push(flowOf(paper, [{ lot: batch, at: span.to, amount }], out, owner));
    }
  }
  for (const paper of papers.blends) {
    const { inputs, number, outputs } = paper.document;
    const at = moment(paper.document.at);
    const read = (side: 'inputs' | 'outputs') =>
      (side === 'inputs' ? inputs : outputs).map(({ lot, volume }, index) => ({
        ...{ lot, at },
        amount: volumes.of(volume, {
          ...{ digest: paper.digest, paper: 'Blend', number, path: `/${side}/${index}/volume`, lot },
        }),
      }));
    flows.push(flowOf(paper, read('inputs'), read('outputs'), undefined));
  }
  return {
    input: {
      deposits: [...deposits, ...openings(papers, deposits, flows, volumes, named)],
      flows,
      moves: movesOf(papers, volumes, named),
    },
    tickets,
    names,
  };
}

function flowOf(
  { digest, knownAt }: Signed,
  from: TitleFlow['from'],
  to: TitleFlow['to'],
  owner: string | undefined,
): TitleFlow {
  return { id: digest, knownAt, from, to, ...(owner === undefined ? {} : { owner }) };
}

type Named = (party: { readonly did: string; readonly name: string }) => string;

function movesOf(papers: LinePapers, volumes: Volumes, named: Named): TitleMove[] {
  const since = narrowedTransfers(papers);
  return papers.transfers.papers.map((paper): TitleMove => {
    const { batch, buyer, effectiveAt, number, seller, volume } = paper.document;
    const at = { digest: paper.digest, paper: 'Transfer', number, path: '/volume', lot: batch };
    return {
      ...{
        id: paper.digest,
        lot: batch,
        at: moment(effectiveAt),
        knownAt: since.get(paper.digest) ?? paper.knownAt,
      },
      ...{ from: named(seller), to: named(buyer) },
      ...(volume ? { amount: volumes.of(volume, at) } : {}),
    };
  });
}

/** A stock with a named owner of which nothing else tells where it came from begins with what its first statement says. */
function openings(
  papers: LinePapers,
  deposits: readonly TitleDeposit[],
  flows: readonly TitleFlow[],
  volumes: Volumes,
  named: Named,
): TitleDeposit[] {
  const told = new Set([
    ...deposits.map(({ lot }) => lot),
    ...flows.flatMap(({ to }) => to.map(({ lot }) => lot)),
  ]);
  const first = new Map<string, Instant>();
  const rows = papers.stocks.flatMap(({ digest, document, knownAt }) =>
    document.stocks.flatMap(({ lot, owner, volume }, index) => {
      if (!owner || told.has(lot)) return [];
      const at = moment(document.at);
      const earliest = first.get(lot);
      if (earliest === undefined || at < earliest) first.set(lot, at);
      const context = {
        digest,
        paper: 'Stock statement',
        number: document.number,
        path: `/stocks/${index}/volume`,
        lot,
      };
      const owners = new Map([[named(owner), volumes.of(volume, context)]]);
      return [{ id: digest, lot, at, knownAt, owners }];
    }),
  );
  return rows.filter(({ at, lot }) => first.get(lot) === at);
}
