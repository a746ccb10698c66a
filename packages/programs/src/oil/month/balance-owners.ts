import { type Amount, stepAt, textOf } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import { within } from './balance-movements.ts';
import type { MonthBook } from './book.ts';
import { found } from './find.ts';
import type { Balance, LineFinding } from './line-month.ts';

interface Row {
  received: Amount;
  bought: Amount;
  sold: Amount;
  delivered: Amount;
}

/** What each owner put in, bought, sold, took out and still has in the line, beside what its delivery statement says. */
export function ownerRows(
  book: MonthBook,
  lots: ReadonlySet<string>,
): { rows: Balance['owners']; findings: LineFinding[] } {
  const rows = new Map<string, Row>();
  const row = (did: string): Row => {
    const known = rows.get(did) ?? { received: 0n, bought: 0n, sold: 0n, delivered: 0n };
    rows.set(did, known);
    return known;
  };
  movements(book, row);
  const left = new Map<string, Amount>();
  for (const lot of lots) {
    const accounts = book.title.lots.get(lot);
    if (!accounts) continue;
    for (const { amount, move } of accounts.accepted) {
      if (move.at <= book.from || move.at > book.to) continue;
      row(move.from).sold += amount;
      row(move.to).bought += amount;
    }
    for (const [did, amount] of stepAt(accounts, book.to)?.held ?? []) {
      left.set(did, (left.get(did) ?? 0n) + amount);
      row(did);
    }
  }
  const stated = statedBalances(book);
  return {
    rows: [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([did, { bought, delivered, received, sold }]) => ({
        owner: { did, name: book.nameOf(did) },
        ...{
          received: textOf(received),
          bought: textOf(bought),
          sold: textOf(sold),
          delivered: textOf(delivered),
        },
        balance: textOf(left.get(did) ?? 0n),
        ...(stated.has(did) ? { stated: textOf(stated.get(did) ?? 0n) } : {}),
      })),
    findings: statementFindings(book),
  };
}

function movements(book: MonthBook, row: (did: string) => Row): void {
  for (const { digest, document } of book.papers.tickets.papers) {
    const { from, kind, line, shipper, to } = document;
    if (line !== book.input.profile.line || !shipper) continue;
    const amount = within(book, { from: moment(from), to: moment(to) }, book.barrels(digest));
    if (amount === 0n) continue;
    if (kind === 'injection') row(shipper.did).received += amount;
    else if (kind === 'delivery') row(shipper.did).delivered += amount;
  }
}

function statementsOf({ input, papers }: MonthBook) {
  return papers.statements.papers.filter(
    ({ document }) => document.line === input.profile.line && document.month === input.month,
  );
}

function statedBalances(book: MonthBook): Map<string, Amount> {
  return new Map(
    statementsOf(book).flatMap(({ digest, document: { closing, movements: rows, number, shipper } }) => {
      if (!closing) return [];
      const context = {
        digest,
        paper: 'Delivery statement',
        number,
        path: '/closing',
        lot: rows[0]?.batch ?? '',
      };
      return [[shipper.did, book.volumes.of(closing, context)] as const];
    }),
  );
}

/** A statement is of the month or of the whole batch; where it agrees with neither, it is remarked. */
function statementFindings(book: MonthBook): LineFinding[] {
  const statements = statementsOf(book);
  if (statements.length === 0) return [];
  const sums = batchSums(book);
  return statements.flatMap(({ digest, document }) =>
    document.movements.flatMap(({ batch, delivered, received }, index) =>
      (['received', 'delivered'] as const).flatMap((what) => {
        const volume = what === 'received' ? received : delivered;
        if (!volume) return [];
        const context = {
          digest,
          paper: 'Delivery statement',
          number: document.number,
          path: `/movements/${index}/${what}`,
          lot: batch,
        };
        const said = book.volumes.of(volume, context);
        const { all, month } = sums.get(`${what} ${batch} ${document.shipper.did}`) ?? { all: 0n, month: 0n };
        if (said === all || said === month) return [];
        const params = {
          owner: document.shipper.name,
          stated: textOf(said),
          what,
          batch,
          found: textOf(month),
        };
        return [found('OIL_SHIPPER_IMBALANCE', params, { batch, evidence: [digest] })];
      }),
    ),
  );
}

function batchSums(book: MonthBook): Map<string, { all: Amount; month: Amount }> {
  const sums = new Map<string, { all: Amount; month: Amount }>();
  for (const { digest, document } of book.papers.tickets.papers) {
    const { batch, from, kind, shipper, to } = document;
    if (!shipper || (kind !== 'injection' && kind !== 'delivery')) continue;
    const key = `${kind === 'injection' ? 'received' : 'delivered'} ${batch} ${shipper.did}`;
    const sum = sums.get(key) ?? { all: 0n, month: 0n };
    const amount = book.barrels(digest);
    sums.set(key, {
      all: sum.all + amount,
      month: sum.month + within(book, { from: moment(from), to: moment(to) }, amount),
    });
  }
  return sums;
}
