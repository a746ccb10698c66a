import { plainNumber } from '../compare/number.ts';
import type { Edges } from './edges.ts';
import { HashIndex } from './hash-index.ts';
import type { LineJoins } from './line-joins.ts';
import type { Paper } from './paper.ts';
import type { EdgeStrength } from './types.ts';

/** Joins transport papers to what they carry and to each other: by number first, by container only where no number is given. */
export function joinTransport(papers: readonly Paper[], joins: LineJoins, edges: Edges): void {
  const transports = papers.filter(({ stage }) => stage === 'transport');
  const numbered = new HashIndex(transports, ({ number }) => [plainNumber(number)]);
  const boxed = new HashIndex(transports, ({ containers }) => containers.map(plainNumber));
  const despatches = new HashIndex(
    papers.filter(({ stage }) => stage === 'despatch'),
    ({ number }) => [plainNumber(number)],
  );
  for (const paper of papers) {
    throughInvoices(paper, joins, edges);
    underMaster(paper, numbered, edges);
    const stated = byNumbers(paper, numbered, edges);
    if (stated === 0) byContainers(paper, boxed, edges);
    for (const number of paper.despatchNumbers)
      for (const despatch of despatches.get(plainNumber(number)))
        edges.add(
          { node: despatch.id },
          { node: paper.id },
          `it names despatch advice ${despatch.number}`,
          'stated',
        );
  }
  byBookings(papers, transports, edges);
}

/** A packing list and a transport paper that name the same invoice belong together. */
function throughInvoices(paper: Paper, joins: LineJoins, edges: Edges): void {
  if (paper.stage !== 'transport') return;
  for (const invoice of joins.invoices.get(paper.id) ?? [])
    for (const other of edges.after(invoice.id))
      if (joins.invoices.get(other)?.includes(invoice) && isPacking(other, joins))
        edges.add({ node: other }, { node: paper.id }, `both name invoice ${invoice.number}`, 'matched');
}

function isPacking(node: string, joins: LineJoins): boolean {
  return joins.packing.has(node);
}

function underMaster(paper: Paper, numbered: HashIndex<Paper>, edges: Edges): void {
  if (!paper.masterNumber) return;
  for (const master of numbered.get(plainNumber(paper.masterNumber)))
    if (master.id !== paper.id) {
      const ends = paper.stage === 'transport' ? ([paper, master] as const) : ([master, paper] as const);
      const by =
        paper.stage === 'transport' ? `it travels under ${master.number}` : `it names ${master.number}`;
      edges.add({ node: ends[0].id }, { node: ends[1].id }, by, 'stated');
    }
}

/** Despatch advice before the transport document; manifest, status and arrival after it. */
function byNumbers(paper: Paper, numbered: HashIndex<Paper>, edges: Edges): number {
  let found = 0;
  for (const number of paper.transportDocuments)
    for (const transport of numbered.get(plainNumber(number)))
      if (transport.id !== paper.id) {
        found += 1;
        between(paper, transport, `it names ${transport.number}`, 'stated', edges);
      }
  return found;
}

const boxedStages = new Set(['despatch', 'status', 'arrival']);

function byContainers(paper: Paper, boxed: HashIndex<Paper>, edges: Edges): void {
  if (!boxedStages.has(paper.stage)) return;
  for (const container of paper.containers)
    for (const transport of boxed.get(plainNumber(container)))
      between(paper, transport, `the same container ${container}`, 'inferred', edges);
}

function between(paper: Paper, transport: Paper, by: string, strength: EdgeStrength, edges: Edges): void {
  const before = paper.stage === 'despatch' || paper.stage === 'instructions';
  const [from, to] = before ? [paper, transport] : [transport, paper];
  edges.add({ node: from.id }, { node: to.id }, by, strength);
}

/** Instructions and events that give a booking, where they do not name the transport document itself. */
function byBookings(papers: readonly Paper[], transports: readonly Paper[], edges: Edges): void {
  const booked = new HashIndex(transports, ({ bookings }) => bookings.map(plainNumber));
  for (const paper of papers)
    if (paper.stage === 'instructions' || (paper.stage === 'status' && paper.transportDocuments.length === 0))
      for (const booking of paper.bookings)
        for (const transport of booked.get(plainNumber(booking)))
          between(paper, transport, `the same booking ${booking}`, 'matched', edges);
}
