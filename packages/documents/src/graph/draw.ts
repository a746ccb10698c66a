import { quantity } from '@portolan/kernel';
import { plainNumber } from '../compare/number.ts';
import type { Edges } from './edges.ts';
import type { EnteredLine, Filing } from './filings.ts';
import { HashIndex } from './hash-index.ts';
import type { LineJoins } from './line-joins.ts';
import type { Paper } from './paper.ts';
import type { StandingOrder } from './standing-order.ts';

/** Orders with what names them, invoices with what names them. */
export function documentEdges(
  papers: readonly Paper[],
  orders: readonly StandingOrder[],
  joins: LineJoins,
  edges: Edges,
): void {
  for (const { order, changes } of orders)
    for (const change of changes)
      edges.add({ node: order.id }, { node: change.id }, `it changes order ${order.number}`, 'stated');
  for (const paper of papers) {
    for (const { order } of joins.orders.get(paper.id) ?? [])
      edges.add({ node: order.id }, { node: paper.id }, `it names order ${order.number}`, 'stated');
    for (const [invoice, by] of joins.byLot.get(paper.id) ?? [])
      edges.add({ node: invoice.id }, { node: paper.id }, by, 'matched');
    for (const invoice of joins.invoices.get(paper.id) ?? [])
      edges.add({ node: invoice.id }, { node: paper.id }, `it names invoice ${invoice.number}`, 'stated');
  }
}

/** Each later line with the line before it, and how much it speaks of. */
export function lineEdges(orders: readonly StandingOrder[], joins: LineJoins, edges: Edges): void {
  for (const { lines } of orders)
    for (const { at, order, changedBy } of lines)
      for (const { change, pointer } of changedBy)
        if (change.id !== at.node)
          edges.add(
            at,
            { node: change.id, line: pointer },
            `it changes the line of order ${order.number}`,
            'stated',
          );
  for (const { paper, line, order, invoice, by, strength } of joins.byEnd.values()) {
    const from = invoice ? { node: invoice.paper.id, line: invoice.line.pointer } : order?.at;
    if (from) edges.add(from, { node: paper.id, line: line.pointer }, by, strength, line.quantity);
  }
}

/** Filings with the invoices and transport documents they rest on, and with each other by entry number. */
export function filingEdges(
  filings: readonly Filing[],
  papers: readonly Paper[],
  entered: readonly EnteredLine[],
  edges: Edges,
): void {
  const nodes = new Map(
    papers.flatMap(({ id, others }) => [id, ...others].map((digest) => [digest, id] as const)),
  );
  const transports = new HashIndex(
    papers.filter(({ stage }) => stage === 'transport'),
    ({ number }) => [plainNumber(number)],
  );
  for (const { records } of filings)
    records.forEach((record, index) => {
      const before = records[index - 1];
      if (before)
        edges.add({ node: before.id }, { node: record.id }, `the same entry ${record.entryNumber}`, 'stated');
      const named = [
        ...(record.invoices ?? []),
        ...(record.lines ?? []).flatMap(({ evidence }) => evidence.map(({ digest }) => digest)),
      ];
      for (const digest of new Set(named)) {
        const node = nodes.get(digest);
        if (node) edges.add({ node }, { node: record.id }, 'the filing rests on it', 'stated');
      }
      for (const number of record.transportDocuments ?? [])
        for (const { id } of transports.get(plainNumber(number)))
          edges.add({ node: id }, { node: record.id }, `the filing names ${number}`, 'stated');
    });
  for (const { at, joined, quantity: share, filing } of entered) {
    const taken = share ? quantity(share, joined.order?.quantity.unit ?? 'C62') : joined.line.quantity;
    const from = { node: joined.paper.id, line: joined.line.pointer };
    edges.add(from, at, `entry ${filing.entryNumber} takes it`, 'stated', taken);
  }
}
