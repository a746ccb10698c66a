import type { Quantity } from '@portolan/kernel';
import { sameWeight, sumOf } from '../check/weights.ts';
import { hasNumber } from '../compare/number.ts';
import type { Drift, EvidenceOf, Link } from '../evidence.ts';
import { type CaseFile, grouped } from './case-file.ts';
import { driftOf } from './drift.ts';
import { partyDrift } from './parties.ts';
import { shownQuantity } from './quantities.ts';

const correct = 'Ask the carrier or the shipper which is right, and have the other document corrected.';

type Bill = EvidenceOf<'BillOfLading'>;
type Packing = EvidenceOf<'PackingList'>;

/** Where a bill of lading departs from the invoices and packing lists of its goods: parties, weight, packages. */
export function transportDrift(file: CaseFile): Drift[] {
  const parties = file.links('invoice-transport', 'document').flatMap(({ from, to }) => {
    const invoice = file.item(from.digest, 'CommercialInvoice');
    const bill = file.item(to.digest, 'BillOfLading');
    return invoice && bill
      ? partyDrift(invoice, bill, [
          { left: '/buyer', right: '/consignee', role: 'buyer and consignee', severity: 'warn' },
          { left: '/seller', right: '/shipper', role: 'seller and shipper', severity: 'info' },
        ])
      : [];
  });
  const packed = grouped(file.links('packing-transport', 'document'), ({ to }) => to.digest);
  return [...parties, ...[...packed.values()].flatMap((links) => loadDrift(file, links))];
}

/** Weight and packages of a bill of lading against all packing lists of its invoices. */
function loadDrift(file: CaseFile, links: readonly Link[]): Drift[] {
  const bill = file.item(links[0]?.to.digest ?? '', 'BillOfLading');
  const lists = links.flatMap(({ from }) => file.item(from.digest, 'PackingList') ?? []);
  if (!bill || !isWhole(bill, lists)) return [];
  return [...weightDrift(bill, lists), ...packagesDrift(bill, lists)];
}

/** True when the packing lists at hand cover every invoice of the bill, and nothing besides. */
function isWhole({ document: bill }: Bill, lists: readonly Packing[]): boolean {
  const packed = lists.flatMap(({ document }) => document.invoiceNumbers ?? []);
  const carried = bill.invoiceNumbers ?? [];
  return (
    carried.every((number) => hasNumber(packed, number)) &&
    packed.every((number) => hasNumber(carried, number))
  );
}

function weightDrift(bill: Bill, lists: readonly Packing[]): Drift[] {
  const weights = lists.map(({ document }) => grossWeights(document));
  const [first] = lists;
  if (!first || weights.some((parts) => parts === undefined)) return [];
  const stated = weights.flatMap((parts) => parts ?? []);
  if (sameWeight(stated, [bill.document.grossWeight])) return [];
  const pointer = first.document.grossWeight ? '/grossWeight' : '/lines';
  const shown =
    shownQuantity(sumOf(stated), 'KGM') + (lists.length > 1 ? ` in ${lists.length} packing lists` : '');
  return [
    driftOf(
      'weight',
      'warn',
      'the gross weight differs',
      { item: first, pointer, shown },
      { item: bill, pointer: '/grossWeight' },
      correct,
    ),
  ];
}

/** The gross weight of a packing list: as stated for the whole, else of every line; nothing when a line has none. */
function grossWeights({ grossWeight, lines }: Packing['document']): Quantity[] | undefined {
  if (grossWeight) return [grossWeight];
  const parts = lines.flatMap((line) => line.grossWeight ?? []);
  return parts.length === lines.length ? parts : undefined;
}

/** Packages are compared only where both count the same kind: cartons on pallets are two true counts. */
function packagesDrift(bill: Bill, lists: readonly Packing[]): Drift[] {
  const counts = lists.flatMap(({ document }) => document.packages ?? []);
  const [first] = lists;
  const { count, kind } = bill.document.packages;
  const comparable = counts.every((packages) => packages.kind.toLowerCase() === kind.toLowerCase());
  const sum = counts.reduce((total, packages) => total + packages.count, 0);
  if (!first || counts.length < lists.length || !comparable || sum === count) return [];
  return [
    driftOf(
      'packages',
      'warn',
      'the number of packages differs',
      { item: first, pointer: '/packages', shown: `${sum} ${kind}` },
      { item: bill, pointer: '/packages', shown: `${count} ${kind}` },
      correct,
    ),
  ];
}
