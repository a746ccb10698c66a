import type { Quantity } from '@portolan/kernel';
import { plainName } from '../compare/name.ts';
import type { Evidence } from '../evidence.ts';
import type { NamedParty } from '../schema/named-party.ts';
import { numbersIn } from './numbers-in.ts';
import { type OrderStage, orderStageOf } from './stage.ts';

/** One line of a paper, whatever its type: what it names, what the goods are, how much of them. */
export interface PaperLine {
  readonly pointer: string;
  readonly number: string;
  readonly orderNumber?: string;
  readonly orderLine?: string;
  readonly invoiceNumber?: string;
  readonly invoiceLine?: string;
  readonly sku?: string;
  readonly gtin?: string;
  readonly lot?: string;
  readonly description?: string;
  readonly quantity?: Quantity;
  readonly netWeight?: Quantity;
  readonly container?: string;
}

/** A document as the graph looks at it. Numbers are as written; they are compared without case and blanks. */
export interface Paper {
  readonly id: string;
  readonly item: Evidence;
  readonly others: readonly string[];
  readonly stage: OrderStage;
  readonly number: string;
  readonly date?: string;
  readonly seller?: NamedParty;
  readonly buyer?: NamedParty;
  readonly author?: string;
  readonly orderNumbers: readonly string[];
  readonly invoiceNumbers: readonly string[];
  readonly transportDocuments: readonly string[];
  readonly despatchNumbers: readonly string[];
  readonly masterNumber?: string;
  readonly containers: readonly string[];
  readonly bookings: readonly string[];
  readonly lines: readonly PaperLine[];
}

type Loose = Readonly<Record<string, unknown>>;

/** The paper of a piece of evidence; nothing when its type is no station of an order. */
export function paperOf(item: Evidence, others: readonly string[]): Paper | undefined {
  const stage = orderStageOf(item.type);
  if (!stage) return undefined;
  const document = item.document as unknown as Loose;
  const seller = partyOf(document, 'seller', 'shipper');
  const buyer = partyOf(document, 'buyer', 'consignee');
  const author = authorOf(stage, document, seller, buyer);
  const date = dateOf(document);
  const masterNumber = textOf(document.masterNumber);
  return {
    id: item.digest,
    item,
    others,
    stage,
    number: String(document.number),
    ...(date && { date }),
    ...(seller && { seller }),
    ...(buyer && { buyer }),
    ...(author && { author }),
    ...numbersIn(document),
    ...(masterNumber && { masterNumber }),
    lines: linesOf(stage, document),
  };
}

/** The name that makes a number of a paper one of a certain business. */
export function authorKey(name: string | undefined): string {
  return name === undefined ? '' : plainName(name);
}

function partyOf(document: Loose, ...names: readonly string[]): NamedParty | undefined {
  for (const name of names) if (document[name]) return document[name] as NamedParty;
  return undefined;
}

function authorOf(
  stage: OrderStage,
  document: Loose,
  seller: NamedParty | undefined,
  buyer: NamedParty | undefined,
): string | undefined {
  if (stage === 'order' || stage === 'change') return buyer?.name;
  if (['confirmation', 'invoice', 'credit', 'packing', 'despatch', 'instructions'].includes(stage))
    return seller?.name;
  return partyOf(document, 'carrier', 'reportedBy')?.name;
}

function dateOf(document: Loose): string | undefined {
  const events = Array.isArray(document.events) ? (document.events as Loose[]) : [];
  return textOf(document.issueDate) ?? textOf(document.shipDate) ?? textOf(events[0]?.date);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function linesOf(stage: OrderStage, document: Loose): PaperLine[] {
  if (stage === 'manifest') return nested(document, 'consignments');
  if (stage === 'status') return nested(document, 'events');
  return plainLines(document.lines, '/lines');
}

function nested(document: Loose, list: string): PaperLine[] {
  const groups = (document[list] ?? []) as readonly Loose[];
  return groups.flatMap((group, index) => plainLines(group.lines, `/${list}/${index}/lines`));
}

function plainLines(lines: unknown, path: string): PaperLine[] {
  if (!Array.isArray(lines)) return [];
  return lines.map((line: Loose, index) => ({
    ...(line as unknown as PaperLine),
    number: textOf(line.number) ?? String(index + 1),
    pointer: `${path}/${index}`,
  }));
}
