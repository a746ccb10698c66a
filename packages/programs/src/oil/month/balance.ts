import { Decimal } from '@portolan/kernel';
import { type Amount, stepAt, sumOf, textOf } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import { movementsIn } from './balance-movements.ts';
import { ownerRows } from './balance-owners.ts';
import type { MonthBook } from './book.ts';
import { found } from './find.ts';
import type { Balance, LineFinding } from './line-month.ts';
import { lossPercent } from './loss.ts';

/**
 * Whether the month closes: opening + received = delivered + losses + closing. Opening and closing are as measured where a statement
 * of that moment is at hand, else by the book; what is missing at the end is the imbalance, which the tariff of the line allows up to
 * a share of what came in. Line fill and retention stock are stocks like any other.
 */
export function balanceOf(book: MonthBook): { balance: Balance; findings: LineFinding[] } {
  const { from, to } = book;
  const lots = lineLots(book);
  const movements = movementsIn(book);
  const opening = measuredAt(book, from) ?? bookOf(book, lots, from);
  const closing = opening + movements.received - movements.delivered - movements.losses;
  const measured = measuredAt(book, to);
  const imbalance = measured === undefined ? 0n : closing - measured;
  const allowed = shareOf(lossPercent(book.input), movements.received);
  const owners = ownerRows(book, lots);
  const balance: Balance = {
    opening: textOf(opening),
    received: textOf(movements.received),
    delivered: textOf(movements.delivered),
    losses: textOf(movements.losses),
    closing: textOf(measured ?? closing),
    imbalance: textOf(imbalance),
    allowed: textOf(allowed),
    stocks: stocksOf(book, lots),
    owners: owners.rows,
  };
  const size = imbalance < 0n ? -imbalance : imbalance;
  const statement = statementAt(book, to);
  const outside =
    size > allowed
      ? [
          found(
            'OIL_BALANCE_OUTSIDE',
            { imbalance: textOf(imbalance), allowed: textOf(allowed) },
            { evidence: statement ? [statement.digest] : [] },
          ),
        ]
      : [];
  return { balance, findings: [...outside, ...stockFindings(book), ...owners.findings] };
}

/** Batches that tickets of the line name: stocks of facilities are not in the line. */
function lineLots({ input, papers }: MonthBook): ReadonlySet<string> {
  return new Set(
    papers.tickets.papers.flatMap(({ document }) =>
      document.line === input.profile.line ? [document.batch] : [],
    ),
  );
}

function bookOf(book: MonthBook, lots: Iterable<string>, at: string): Amount {
  let sum = 0n;
  for (const lot of lots) sum += heldAt(book, lot, at);
  return sum;
}

/** What the accounts of a lot come to at a moment; overdrawn accounts count below zero. */
export function heldAt({ title }: MonthBook, lot: string, at: string): Amount {
  const accounts = title.lots.get(lot);
  const step = accounts && stepAt(accounts, at);
  return step ? sumOf(step.held) : 0n;
}

const NEAR_HOURS = 6;
const HOUR = 3_600_000;

/** The statement of the line for a moment: the nearest within a few hours, the last known of several. */
function statementAt({ input, papers }: MonthBook, at: string) {
  const apart = (one: { readonly document: { readonly at: string } }) =>
    Math.abs(Date.parse(one.document.at) - Date.parse(at));
  return papers.stocks
    .filter((one) => one.document.line === input.profile.line && apart(one) <= NEAR_HOURS * HOUR)
    .sort((a, b) => apart(a) - apart(b) || (a.knownAt + a.digest > b.knownAt + b.digest ? -1 : 1))[0];
}

function rowsAt(book: MonthBook, at: string) {
  const statement = statementAt(book, at);
  if (!statement) return [];
  const { digest, document } = statement;
  return document.stocks.map((stock, index) => ({
    ...{ stock, digest, number: document.number, at: moment(document.at) },
    amount: book.volumes.of(stock.volume, {
      ...{
        digest,
        paper: 'Stock statement',
        number: document.number,
        path: `/stocks/${index}/volume`,
        lot: stock.lot,
      },
    }),
  }));
}

function measuredAt(book: MonthBook, at: string): Amount | undefined {
  const rows = rowsAt(book, at);
  return rows.length === 0 ? undefined : rows.reduce((sum, { amount }) => sum + amount, 0n);
}

/** What is in the line at the end: as stated, and batches that are there by the book alone. */
function stocksOf(book: MonthBook, lots: ReadonlySet<string>): Balance['stocks'] {
  const rows = rowsAt(book, book.to);
  const stated = new Set(rows.map(({ stock }) => stock.lot));
  const named = rows.map(({ amount, stock: { kind, lot, owner, point } }) => ({
    ...{ lot, point, kind },
    ...(owner ? { owner } : {}),
    book: textOf(heldAt(book, lot, book.to)),
    measured: textOf(amount),
  }));
  const others = [...lots]
    .filter((lot) => !stated.has(lot) && heldAt(book, lot, book.to) !== 0n)
    .map((lot) => ({ lot, kind: 'batch' as const, book: textOf(heldAt(book, lot, book.to)) }));
  return [...named, ...others].sort((a, b) => (a.lot < b.lot ? -1 : 1));
}

function stockFindings(book: MonthBook): LineFinding[] {
  return rowsAt(book, book.to).flatMap(({ amount, digest, number, stock: { lot } }) => {
    const inBook = heldAt(book, lot, book.to);
    const difference = inBook > amount ? inBook - amount : amount - inBook;
    if (!book.title.lots.has(lot) || difference <= shareOf(lossPercent(book.input), inBook)) return [];
    const params = { number, lot, measured: textOf(amount), book: textOf(inBook) };
    return [found('OIL_STOCK_DIFFERS', params, { batch: lot, evidence: [digest] })];
  });
}

/** So many percent of an amount; never more. */
function shareOf(percent: string, amount: Amount): Amount {
  const { digits, scale } = wholeOf(Decimal.of(percent));
  return (amount * digits) / (100n * scale);
}

function wholeOf(value: Decimal): { digits: bigint; scale: bigint } {
  const places = value.places();
  return { digits: BigInt(value.toFixed(places).replace('.', '')), scale: 10n ** BigInt(places) };
}
