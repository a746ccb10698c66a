import type { BillOfLading, EvidenceOf, Link } from '@portolan/documents';
import { order, type Papers } from '../derive/papers.ts';
import { identifierOf, sameParty } from '../derive/party.ts';
import type { PlanReason } from './plan.ts';

type Invoice = EvidenceOf<'CommercialInvoice'>;

/** Invoices that one entry may hold together, with the transport documents they came under. */
export interface Group {
  readonly invoices: readonly Invoice[];
  readonly bills: readonly EvidenceOf<'BillOfLading'>[];
}

/**
 * Invoices by what one entry has but once: importer of record, currency of the values, and the arrival (mode, carrier,
 * conveyance, port and day, 19 CFR 141.57 and 142.2). An invoice that no transport document names goes with the arrival
 * when there is just one.
 */
export function groups(
  papers: Papers,
  links: readonly Link[],
): { groups: Group[]; reasons: ReadonlySet<PlanReason> } {
  const carried = billsOf(papers, links);
  const keyed = papers.invoices.map((invoice) => {
    const bills = carried.get(invoice.digest) ?? [];
    const parts = {
      importer: importerKey(papers, invoice),
      currency: invoice.document.currency,
      arrival: arrivalKey(bills.length > 0 ? bills : papers.bills),
    };
    return { invoice, bills: bills.length > 0 ? bills : papers.bills, parts };
  });
  const found = new Map<string, { invoices: Invoice[]; bills: Set<EvidenceOf<'BillOfLading'>> }>();
  for (const { invoice, bills, parts } of keyed) {
    const key = `${parts.importer}\n${parts.currency}\n${parts.arrival}`;
    const group = found.get(key) ?? { invoices: [], bills: new Set() };
    group.invoices.push(invoice);
    for (const bill of bills) group.bills.add(bill);
    found.set(key, group);
  }
  const reasons = new Set<PlanReason>();
  for (const name of ['importer', 'currency', 'arrival'] as const)
    if (new Set(keyed.map(({ parts }) => parts[name])).size > 1) reasons.add(name);
  const sorted = [...found.entries()].sort(([a], [b]) => order(a, b));
  return {
    groups: sorted.map(([, { invoices, bills }]) => ({
      invoices,
      bills: papers.bills.filter((bill) => bills.has(bill)),
    })),
    reasons,
  };
}

function billsOf(papers: Papers, links: readonly Link[]): Map<string, EvidenceOf<'BillOfLading'>[]> {
  const bills = new Map(papers.bills.map((bill) => [bill.digest, bill]));
  const carried = new Map<string, EvidenceOf<'BillOfLading'>[]>();
  for (const { kind, from, to } of links) {
    if (kind !== 'invoice-transport') continue;
    const bill = bills.get(to.digest);
    if (bill) carried.set(from.digest, [...(carried.get(from.digest) ?? []), bill]);
  }
  return carried;
}

/** The importer is who gave the power of attorney, where there is one for this buyer; else the buyer itself. */
function importerKey(papers: Papers, { document: { buyer } }: Invoice): string {
  const granted = papers.powers.find(({ document }) => sameParty(document.grantor, buyer));
  const party = granted?.document.grantor ?? buyer;
  return party.did ?? identifierOf(party, 'importer-number') ?? party.name.toUpperCase();
}

function arrivalKey(bills: readonly EvidenceOf<'BillOfLading'>[]): string {
  return [...new Set(bills.map(({ document }) => arrival(document)))].sort(order).join(' ');
}

function arrival({ mode, carrier, conveyance, portOfEntry, arrivalDate }: BillOfLading): string {
  const carriedBy = identifierOf(carrier, 'scac') ?? carrier.name.toUpperCase();
  return [mode, carriedBy, conveyance?.voyage ?? '', portOfEntry.code, arrivalDate].join('|');
}
