import type { Decimal } from '@portolan/kernel';
import type { Edges } from './edges.ts';
import type { JoinedLine } from './line-joins.ts';
import type { Paper } from './paper.ts';
import { quantityIn } from './quantity-in.ts';
import type { StandingLine } from './standing-order.ts';

/** A part of an order line that left the seller: how much, by which paper it is known, with which transport documents. */
export interface ShippedPart {
  readonly joined: JoinedLine;
  readonly quantity: Decimal;
  /** The paper itself, its transport documents and the masters above them. */
  readonly nodes: readonly string[];
}

/**
 * What was shipped of an order line, each part counted once. A despatch advice says it best; a transport document that
 * names the goods says it where no despatch advice speaks of it; an invoice (with what its packing list counted) is shipped
 * when a transport document carries it.
 */
export function shippedParts(
  line: StandingLine,
  joined: readonly JoinedLine[],
  context: PartContext,
): ShippedPart[] {
  const { unit } = line.quantity;
  const despatched = of(joined, 'despatch').flatMap((each) => part(each, unit, context));
  const told = new Set(despatched.flatMap(({ nodes }) => nodes));
  const invoicesTold = new Set(
    despatched.flatMap(({ joined: { paper } }) => (context.invoicesOf(paper.id) ?? []).map(({ id }) => id)),
  );
  const carried = of(joined, 'transport')
    .filter(({ paper }) => !told.has(paper.id) && !isMaster(paper, context))
    .flatMap((each) => part(each, unit, context));
  for (const { nodes } of carried) for (const node of nodes) told.add(node);
  const invoiced = of(joined, 'invoice')
    .filter(
      ({ paper }) =>
        !invoicesTold.has(paper.id) && carriedBy(paper.id, context).some((node) => !told.has(node)),
    )
    .flatMap((each) => packedOrInvoiced(each, joined, unit, context));
  const packed = of(joined, 'packing')
    .filter(({ invoice, paper }) => !invoice && carriedBy(paper.id, context).some((node) => !told.has(node)))
    .flatMap((each) => part(each, unit, context));
  return [...despatched, ...carried, ...invoiced, ...packed];
}

export interface PartContext {
  readonly edges: Edges;
  readonly isTransport: (node: string) => boolean;
  readonly invoicesOf: (node: string) => readonly Paper[] | undefined;
}

function of(joined: readonly JoinedLine[], stage: Paper['stage']): JoinedLine[] {
  return joined.filter(({ paper }) => paper.stage === stage);
}

function part(joined: JoinedLine, unit: string, context: PartContext): ShippedPart[] {
  const quantity = quantityIn(unit, joined.line);
  return quantity ? [{ joined, quantity, nodes: nodesOf(joined.paper.id, context) }] : [];
}

/** What the packing list counted of an invoice line; what was invoiced, where none counts it. */
function packedOrInvoiced(
  invoiced: JoinedLine,
  joined: readonly JoinedLine[],
  unit: string,
  context: PartContext,
): ShippedPart[] {
  const packed = of(joined, 'packing').filter(({ invoice }) => invoice?.line === invoiced.line);
  const counted = packed.flatMap((each) => quantityIn(unit, each.line) ?? []);
  const nodes = nodesOf(invoiced.paper.id, context);
  if (packed.length > 0 && counted.length === packed.length)
    return counted.map((quantity) => ({ joined: invoiced, quantity, nodes }));
  return part(invoiced, unit, context);
}

/** Transport documents that carry a paper's goods. */
function carriedBy(node: string, { edges, isTransport }: PartContext): string[] {
  return isTransport(node) ? [node] : edges.after(node).filter(isTransport);
}

function nodesOf(node: string, context: PartContext): string[] {
  const carriers = carriedBy(node, context);
  const masters = carriers.flatMap((carrier) => context.edges.after(carrier).filter(context.isTransport));
  return [...new Set([node, ...carriers, ...masters])];
}

/** A master repeats the goods of the houses under it. */
function isMaster({ id }: Paper, { edges, isTransport }: PartContext): boolean {
  return edges.before(id).some(isTransport);
}
