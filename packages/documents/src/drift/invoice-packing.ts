import { Decimal, type Quantity } from '@portolan/kernel';
import { sameWeight, sumOf } from '../check/weights.ts';
import type { Drift, EvidenceOf, Link } from '../evidence.ts';
import type { CommercialInvoiceLine } from '../schema/commercial-invoice.ts';
import type { PackingListLine } from '../schema/packing-list.ts';
import { type CaseFile, lineIndex } from './case-file.ts';
import { driftOf, type Stated } from './drift.ts';
import { partyDrift } from './parties.ts';
import { compareExact, shownQuantity, sumIn } from './quantities.ts';

const correct = 'Count again, and have the invoice or the packing list corrected before filing.';

/** Where a packing list departs from the invoice that it names: consignee, quantities and weights. */
export function invoicePackingDrift(file: CaseFile): Drift[] {
  const documents = file.links('invoice-packing', 'document').flatMap(({ from, to }) => {
    const invoice = file.item(from.digest, 'CommercialInvoice');
    const packing = file.item(to.digest, 'PackingList');
    return invoice && packing
      ? partyDrift(invoice, packing, [
          { left: '/buyer', right: '/consignee', role: 'buyer and consignee', severity: 'warn' },
          { left: '/seller', right: '/shipper', role: 'seller and shipper', severity: 'info' },
        ])
      : [];
  });
  const lines = [...file.linesFrom('invoice-packing').values()].flatMap((links) => lineDrift(file, links));
  return [...documents, ...lines];
}

interface PackedLine {
  readonly item: EvidenceOf<'PackingList'>;
  readonly pointer: string;
  readonly line: PackingListLine;
}

/** All packing list lines that belong to one invoice line. */
function lineDrift(file: CaseFile, links: readonly Link[]): Drift[] {
  const [first] = links;
  const invoice = first && file.item(first.from.digest, 'CommercialInvoice');
  const line = first && invoice?.document.lines[lineIndex(first.from.pointer)];
  if (!first || !invoice || !line) return [];
  const packed = links.flatMap(({ to }): PackedLine[] => {
    const packing = file.item(to.digest, 'PackingList');
    const packedLine = packing?.document.lines[lineIndex(to.pointer)];
    return packing && packedLine ? [{ item: packing, pointer: to.pointer, line: packedLine }] : [];
  });
  const at = (field: string): Stated => ({ item: invoice, pointer: `${first.from.pointer}/${field}` });
  return [
    ...quantityDrift(line, packed, at('quantity')),
    ...weightDrift(line.netWeight, packed, 'netWeight', at('netWeight')),
    ...weightDrift(line.grossWeight, packed, 'grossWeight', at('grossWeight')),
  ];
}

/** Invoiced by weight and packed by count, the net weight is what can be compared. */
function quantityDrift(
  { quantity }: CommercialInvoiceLine,
  packed: readonly PackedLine[],
  left: Stated,
): Drift[] {
  const sum = sumIn(
    quantity.unit,
    packed.map(({ line }) => line.quantity),
  );
  if (!sum) return weightDrift(quantity, packed, 'netWeight', left);
  const order = compareExact(sum, Decimal.of(quantity.value));
  if (order === 0) return [];
  const what = order > 0 ? 'more is packed than is invoiced' : 'less is packed than is invoiced';
  const right = statedBy(packed, 'quantity', shownQuantity(sum, quantity.unit));
  return right ? [driftOf('quantity', 'refer', what, left, right, correct)] : [];
}

function weightDrift(
  stated: Quantity | undefined,
  packed: readonly PackedLine[],
  field: 'netWeight' | 'grossWeight',
  left: Stated,
): Drift[] {
  const weights = packed.flatMap(({ line }) => line[field] ?? []);
  if (!stated || weights.length < packed.length || sumOf([stated]).isZero()) return [];
  if (sameWeight([stated], weights)) return [];
  const right = statedBy(packed, field, shownQuantity(sumOf(weights), 'KGM'));
  const words = field === 'netWeight' ? 'net' : 'gross';
  return right ? [driftOf('weight', 'warn', `the ${words} weight differs`, left, right, correct)] : [];
}

/** The first packing list line; with the sum in words when there are several. */
function statedBy(packed: readonly PackedLine[], field: string, sum: string): Stated | undefined {
  const [first] = packed;
  if (!first) return undefined;
  const stated = { item: first.item, pointer: `${first.pointer}/${field}` };
  return packed.length > 1 ? { ...stated, shown: `${sum} in ${packed.length} lines` } : stated;
}
