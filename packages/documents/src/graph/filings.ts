import { Decimal } from '@portolan/kernel';
import { plainNumber } from '../compare/number.ts';
import { byText } from '../compare/order.ts';
import type { FilingRecord } from './filing-record.ts';
import { HashIndex } from './hash-index.ts';
import { endKey, type JoinedLine, type LineJoins } from './line-joins.ts';
import type { Paper } from './paper.ts';
import { inUnit, quantityIn } from './quantity-in.ts';
import { orderStageRank } from './stage.ts';
import type { StandingLine } from './standing-order.ts';

/** All records of one entry number, in their order. */
export interface Filing {
  readonly entryNumber: string;
  readonly records: readonly FilingRecord[];
  /** The latest record with lines or invoices: the one whose quantities count. */
  readonly counted?: FilingRecord;
  readonly releasedOn?: string;
}

/** Records by entry number; copies of a record count once. */
export function filingsOf(records: readonly FilingRecord[]): Filing[] {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()];
  const byEntry = new Map<string, FilingRecord[]>();
  for (const record of unique.sort((left, right) => byText(recordKey(left), recordKey(right)))) {
    const key = plainNumber(record.entryNumber);
    byEntry.set(key, [...(byEntry.get(key) ?? []), record]);
  }
  return [...byEntry.values()].map(filing);
}

function filing(records: readonly FilingRecord[]): Filing {
  const counted = records.findLast(({ lines, invoices }) => lines?.length || invoices?.length);
  const releasedOn = records.find(({ stage }) => stage === 'release')?.date;
  return {
    entryNumber: records[0]?.entryNumber ?? '',
    records,
    ...(counted && { counted }),
    ...(releasedOn && { releasedOn }),
  };
}

function recordKey({ stage, date, id }: FilingRecord): string {
  return [String(orderStageRank(stage)).padStart(2, '0'), date, id].join('\n');
}

/** An invoice line as it is entered: how much of it, where the filing says that it takes a part only. */
export interface EnteredLine {
  readonly filing: Filing;
  readonly number: string;
  readonly at: { readonly node: string; readonly line: string };
  readonly joined: JoinedLine;
  readonly quantity: Decimal | undefined;
}

/** The invoice lines that filings enter. Evidence that is a copy of an invoice means the invoice. */
export function enteredLines(
  filings: readonly Filing[],
  papers: readonly Paper[],
  joins: LineJoins,
): EnteredLine[] {
  const nodes = new Map(
    papers.flatMap(({ id, others }) => [id, ...others].map((digest) => [digest, id] as const)),
  );
  const byId = new HashIndex(papers, ({ id }) => [id]);
  return filings.flatMap((filing) => {
    const { counted } = filing;
    if (!counted) return [];
    if (counted.lines?.length)
      return counted.lines.flatMap((line, index) => linesEntered(filing, line, index, nodes, joins));
    return (counted.invoices ?? []).flatMap((digest) => {
      const invoice = byId.only(nodes.get(digest) ?? '');
      return (invoice?.lines ?? []).flatMap(({ pointer, number }) => {
        const joined = joins.byEnd.get(endKey(invoice?.id ?? '', pointer));
        return joined
          ? [{ filing, number, at: { node: counted.id, line: pointer }, joined, quantity: undefined }]
          : [];
      });
    });
  });
}

type FiledLine = NonNullable<FilingRecord['lines']>[number];

function linesEntered(
  filing: Filing,
  line: FiledLine,
  index: number,
  nodes: ReadonlyMap<string, string>,
  joins: LineJoins,
): EnteredLine[] {
  const ends = line.evidence.map(({ digest, pointer }) =>
    endKey(nodes.get(digest) ?? digest, linePointer(pointer)),
  );
  const named = [...new Set(ends)].flatMap((end) => joins.byEnd.get(end) ?? []);
  const parts = line.quantity ? shares(line.quantity, named) : undefined;
  return named.map((joined, at) => ({
    filing,
    number: line.number,
    at: { node: filing.counted?.id ?? '', line: `/lines/${index}` },
    joined,
    quantity: parts?.[at],
  }));
}

/** '/lines/2/amount' stands in line '/lines/2'. */
function linePointer(pointer: string): string {
  return pointer.split('/').slice(0, 3).join('/');
}

/** A stated quantity, taken from the invoice lines one after the other, in the unit of each order line. */
function shares(
  quantity: NonNullable<FiledLine['quantity']>,
  named: readonly JoinedLine[],
): (Decimal | undefined)[] {
  const unit = named[0]?.order?.quantity.unit ?? quantity.unit;
  let left = inUnit(quantity, unit);
  return named.map(({ line }, index) => {
    const whole = quantityIn(unit, line);
    if (left === undefined || whole === undefined) return undefined;
    const taken = index === named.length - 1 ? left : Decimal.min(left, whole);
    left = left.minus(taken);
    return taken;
  });
}

/** Quantity entered of each order line, in its unit. */
export function enteredByLine(entered: readonly EnteredLine[]): Map<StandingLine, Decimal> {
  const sums = new Map<StandingLine, Decimal>();
  const taken = new Set<string>();
  for (const { joined, quantity, filing } of entered) {
    if (!joined.order) continue;
    // An invoice line under two tariff numbers is two lines of the entry and one part of the order.
    const key = [filing.entryNumber, joined.paper.id, joined.line.pointer].join('\n');
    if (quantity === undefined && taken.has(key)) continue;
    taken.add(key);
    const amount = quantity ?? quantityIn(joined.order.quantity.unit, joined.line);
    if (amount) sums.set(joined.order, (sums.get(joined.order) ?? Decimal.zero).plus(amount));
  }
  return sums;
}
