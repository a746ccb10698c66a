import type { EvidenceOf } from '@portolan/documents';
import { type Carriage, highestFirst, lowest } from '../derive/carriage.ts';
import { order, type Papers } from '../derive/papers.ts';
import { identifierOf, sameParty } from '../derive/party.ts';
import type { PlanReason } from './plan.ts';

type Invoice = EvidenceOf<'CommercialInvoice'>;

/** Invoices that one entry may hold together, with the transport documents they came under. */
export interface Group {
  readonly invoices: readonly Invoice[];
  readonly bills: readonly Carriage[];
}

/**
 * Invoices by what one entry has but once: importer of record, currency of the values, and the arrival (mode, carrier,
 * conveyance, port and day, 19 CFR 141.57 and 142.2). An invoice that no transport document names goes with the arrival
 * when there is just one.
 */
export function groups(papers: Papers): { groups: Group[]; reasons: ReadonlySet<PlanReason> } {
  const { carriages } = papers;
  const keyed = papers.invoices.map((invoice) => {
    const named = lowest(carriages).filter(({ invoiceNumbers }) =>
      invoiceNumbers.includes(invoice.document.number),
    );
    const bills = named.length > 0 ? withMasters(named, carriages) : carriages;
    const parts = {
      importer: importerKey(papers, invoice),
      currency: invoice.document.currency,
      arrival: arrivalKey(bills),
    };
    return { invoice, bills, parts };
  });
  const found = new Map<string, { invoices: Invoice[]; bills: Set<Carriage> }>();
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
      bills: carriages.filter((bill) => bills.has(bill)),
    })),
    reasons,
  };
}

function withMasters(named: readonly Carriage[], all: readonly Carriage[]): Carriage[] {
  const masters = new Set(named.flatMap(({ master }) => master ?? []));
  return all.filter((one) => named.includes(one) || masters.has(one.number));
}

/** The importer is who gave the power of attorney, where there is one for this buyer; else the buyer itself. */
function importerKey(papers: Papers, { document: { buyer } }: Invoice): string {
  const granted = papers.powers.find(({ document }) => sameParty(document.grantor, buyer));
  const party = granted?.document.grantor ?? buyer;
  return party.did ?? identifierOf(party, 'importer-number') ?? party.name.toUpperCase();
}

/** The arrival is the carrier's own: goods under several house bills of one master arrive together. */
function arrivalKey(bills: readonly Carriage[]): string {
  const under = new Set(bills.flatMap(({ master }) => master ?? []));
  const own = highestFirst(bills).filter(({ master, number }) => master === undefined || under.has(number));
  return [...new Set((own.length > 0 ? own : bills).map(arrival))].sort(order).join(' ');
}

function arrival({ mode, carrier, conveyance, portOfEntry, arrivalDate }: Carriage): string {
  const by =
    carrier &&
    (carrier.value.identifiers?.find(({ scheme }) => scheme === 'scac')?.value ?? carrier.value.name);
  return [mode, by?.toUpperCase(), conveyance?.value.voyage, portOfEntry?.value, arrivalDate?.value].join(
    '|',
  );
}
