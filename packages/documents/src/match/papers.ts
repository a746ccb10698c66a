import type { Quantity } from '@portolan/kernel';
import { kilograms, sameWeight } from '../check/weights.ts';
import { versionDrift } from '../drift/versions.ts';
import type { Evidence } from '../evidence.ts';
import type { OrderFile } from '../graph/order-graph.ts';
import type { Paper } from '../graph/paper.ts';
import type { MatchFinding } from './finding.ts';
import type { Tolerances } from './policy.ts';
import { sideOf } from './side.ts';
import { isWithin } from './within.ts';

/** Findings about papers rather than about an order line: versions, orders that are not at hand, amendments too late. */
export function paperFindings(file: OrderFile, evidence: readonly Evidence[]): MatchFinding[] {
  return [
    ...duplicates(file, evidence),
    ...missingOrders(file),
    ...unknownLines(file),
    ...lateAmendments(file),
  ];
}

function duplicates({ papers }: OrderFile, evidence: readonly Evidence[]): MatchFinding[] {
  const nodes = new Map(
    papers.flatMap((paper) => [paper.id, ...paper.others].map((digest) => [digest, paper] as const)),
  );
  const own = evidence.filter(({ digest }) => nodes.has(digest));
  return versionDrift(own).map(({ severity, left, right, message, mend }) => ({
    kind: 'duplicate',
    severity,
    sides: [left, right].map(({ digest, pointer, value }) => ({
      node: digest,
      pointer,
      place: nodes.get(digest)?.number ?? '',
      value,
    })),
    message,
    mend,
  }));
}

function missingOrders({ joins }: OrderFile): MatchFinding[] {
  return joins.missing.map(({ paper, number, ambiguous }) => {
    const side = sideOf(paper, '', number);
    return ambiguous
      ? {
          kind: 'order-ambiguous',
          severity: 'warn',
          sides: [side],
          message: `The ${side.place} names order ${number}, which two buyers use, and nothing in it says which one is meant.`,
          mend: 'Add the buyer or the seller to the paper.',
        }
      : {
          kind: 'order-unknown',
          severity: paper.stage === 'invoice' ? 'warn' : 'info',
          sides: [side],
          message: `The ${side.place} names order ${number}, which is not at hand or is of other parties.`,
          mend: 'Send the order, or correct its number.',
        };
  });
}

const goods = new Set(['invoice', 'despatch', 'confirmation']);

/** Lines of papers that name an order at hand, and that no line of it explains. */
function unknownLines({ papers, joins }: OrderFile): MatchFinding[] {
  return papers
    .filter(({ stage, id }) => goods.has(stage) && (joins.orders.get(id)?.length ?? 0) > 0)
    .flatMap((paper) =>
      paper.lines
        .filter(({ pointer }) => !joins.byEnd.get(paper.id + pointer)?.order)
        .map((line) => {
          const side = sideOf(paper, line.pointer, line.description ?? line.sku ?? line.number);
          const [order] = joins.orders.get(paper.id) ?? [];
          return {
            kind: 'line-unknown' as const,
            severity: 'warn' as const,
            ...(order && { order: order.order.id }),
            sides: [side],
            message: `The ${side.place} (${side.value}) belongs to no line of order ${order?.order.number}.`,
            mend: 'Add the line to the order by a change, or name the order line that is meant.',
          };
        }),
    );
}

const amending = new Set(['change', 'credit']);

/** A change or credit note dated after the goods were released: the entry may have to be corrected. */
function lateAmendments({ papers, filings, entered, joins, orders }: OrderFile): MatchFinding[] {
  return filings.flatMap(({ releasedOn, entryNumber }) => {
    if (!releasedOn) return [];
    const own = entered.filter(({ filing }) => filing.entryNumber === entryNumber);
    const changed = new Set(own.flatMap(({ joined }) => joined.order?.order.id ?? []));
    const changes = new Set(orders.flatMap(({ order, changes }) => (changed.has(order.id) ? changes : [])));
    const invoices = new Set(own.map(({ joined }) => joined.paper.id));
    const concerns = (paper: Paper) =>
      paper.stage === 'change'
        ? changes.has(paper)
        : (joins.invoices.get(paper.id) ?? []).some(({ id }) => invoices.has(id));
    return papers
      .filter((paper) => amending.has(paper.stage) && (paper.date ?? '') > releasedOn && concerns(paper))
      .map((paper) => {
        const side = sideOf(paper, '', paper.date);
        return {
          kind: 'late-amendment' as const,
          severity: 'refer' as const,
          sides: [side],
          message: `The ${side.place} is of ${paper.date}, after entry ${entryNumber} was released on ${releasedOn}.`,
          mend: 'Check whether the entry must be corrected: a post-summary correction until 15 days before liquidation, a protest after it.',
        };
      });
  });
}

/** Gross weight and packages of transport documents against the packing lists that they carry, all of them at hand. */
export function loadFindings(
  { papers, joins, edges }: OrderFile,
  tolerancesOf: (invoice: Paper) => Tolerances,
): MatchFinding[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return papers
    .filter(({ stage }) => stage === 'transport')
    .flatMap((transport) => {
      const lists = edges
        .before(transport.id)
        .flatMap((node) => byId.get(node) ?? [])
        .filter(({ stage }) => stage === 'packing');
      const invoices = joins.invoices.get(transport.id) ?? [];
      const carried = invoices.map(({ id }) => id);
      const packed = lists.flatMap(({ id }) => (joins.invoices.get(id) ?? []).map((invoice) => invoice.id));
      if (lists.length === 0 || carried.some((id) => !packed.includes(id))) return [];
      const tolerances = tolerancesOf(invoices[0] ?? transport);
      return [...weights(transport, lists, tolerances), ...packages(transport, lists)];
    });
}

interface Load {
  readonly grossWeight?: Quantity;
  readonly packages?: { readonly count: number; readonly kind: string };
}

function weights(transport: Paper, lists: readonly Paper[], tolerances: Tolerances): MatchFinding[] {
  const stated = (transport.item.document as Load).grossWeight;
  const parts = lists.flatMap(({ item }) => (item.document as Load).grossWeight ?? []);
  const [first] = lists;
  if (!stated || !first || parts.length < lists.length || sameWeight([stated], parts)) return [];
  const sum = parts.map(kilograms).reduce((total, part) => (total && part ? total.plus(part) : undefined));
  const weight = kilograms(stated);
  if (!sum || !weight || isWithin(weight, sum, tolerances.weight)) return [];
  const sides = [sideOf(first, '/grossWeight', `${sum} KGM`), sideOf(transport, '/grossWeight')];
  return [
    {
      kind: 'weight-drift',
      severity: 'warn',
      sides,
      message: `The gross weight differs: ${sides[0]?.place} says ${sides[0]?.value}, but ${sides[1]?.place} says ${sides[1]?.value}.`,
      mend: 'Ask the carrier or the shipper which is right, and have the other paper corrected.',
    },
  ];
}

/** Compared only where all count the same kind: cartons on pallets are two true counts. */
function packages(transport: Paper, lists: readonly Paper[]): MatchFinding[] {
  const stated = (transport.item.document as Load).packages;
  const counts = lists.flatMap(({ item }) => (item.document as Load).packages ?? []);
  const [first] = lists;
  if (!stated || !first || counts.length < lists.length || counts.some(({ kind }) => kind !== stated.kind))
    return [];
  const sum = counts.reduce((total, { count }) => total + count, 0);
  if (sum === stated.count) return [];
  const sides = [
    sideOf(first, '/packages', `${sum} ${stated.kind}`),
    sideOf(transport, '/packages', `${stated.count} ${stated.kind}`),
  ];
  return [
    {
      kind: 'packages-drift',
      severity: 'warn',
      sides,
      message: `The number of packages differs: ${sides[0]?.place} says ${sides[0]?.value}, but ${sides[1]?.place} says ${sides[1]?.value}.`,
      mend: 'Ask the carrier or the shipper which is right, and have the other paper corrected.',
    },
  ];
}
