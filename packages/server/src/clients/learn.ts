import type { Partner } from '@portolan/contract';
import type { Evidence } from '@portolan/documents';
import type { Entry } from '@portolan/filing';
import { type Instant, isRecord } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { learnPartners, type PartnerRow, partnerKey } from './partners.ts';

type Address = NonNullable<Partner['address']>;

/** Partners taken from one entry. */
const MOST = 500;

/**
 * Keeps whom an entry names in the library of its importer: makers with their codes, sellers with their relation, consignee and
 * carrier, each with the address that the papers give. The next draft of the client takes them from there.
 */
export async function learnFromEntry(
  tx: PoolClient,
  tenantId: string,
  entry: Entry,
  evidence: readonly Evidence[],
  at: Instant,
): Promise<void> {
  const addresses = addressesOf(evidence);
  const { number } = entry.importerOfRecord;
  const rows = new Map<string, PartnerRow>();
  for (const { role, name, code, did, related } of named(entry, evidence)) {
    const key = partnerKey(name);
    const address = addresses.get(key);
    if (rows.size >= MOST || rows.has(`${role} ${key}`)) continue;
    rows.set(`${role} ${key}`, {
      ...{ tenant_id: tenantId, importer_number: number, role, partner_key: key, name: name.slice(0, 200) },
      ...{ code: code ?? null, did: did ?? null, address: address ?? null, related: related ?? null },
      ...{ entries: 1, entry_number: entry.entryNumber ?? null, updated_at: at, updated_by: 'papers' },
    });
  }
  await learnPartners(tx, [...rows.values()]);
}

interface Named {
  readonly role: PartnerRow['role'];
  readonly name: string;
  readonly code?: string | undefined;
  readonly did?: string | undefined;
  readonly related?: boolean | undefined;
}

function named(entry: Entry, evidence: readonly Evidence[]): Named[] {
  const { carrier, consignee, importerOfRecord, lines } = entry;
  const makers = lines.flatMap(({ manufacturer }): Named[] =>
    manufacturer
      ? [{ role: 'manufacturer', name: manufacturer.name, code: manufacturer.mid, did: manufacturer.did }]
      : [],
  );
  const related = new Map(lines.map(({ invoice, relatedParties }) => [invoice.number, relatedParties]));
  const sellers = evidence.flatMap((item): Named[] => {
    if (item.type !== 'CommercialInvoice') return [];
    const { seller, number } = item.document;
    return [{ role: 'seller', name: seller.name, did: seller.did, related: related.get(number) }];
  });
  return [
    ...makers,
    ...sellers,
    { role: 'carrier', name: carrier.name, code: carrier.scac },
    ...(consignee.name === importerOfRecord.name
      ? []
      : [{ role: 'consignee' as const, name: consignee.name }]),
  ];
}

/** Where the parties of trade documents are, by name as names are compared; the first address that a paper gives. */
function addressesOf(evidence: readonly Evidence[]): Map<string, Address> {
  const found = new Map<string, Address>();
  const look = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) {
      for (const one of value) look(one, depth + 1);
      return;
    }
    if (!isRecord(value) || depth > DEPTH) return;
    const { name, address } = value;
    if (typeof name === 'string' && isRecord(address)) {
      const key = partnerKey(name);
      if (!found.has(key)) found.set(key, plainAddress(address));
    }
    for (const member of Object.values(value)) look(member, depth + 1);
  };
  for (const { document } of evidence) look(document, 0);
  return found;
}

/** How deep parties stand in trade documents. */
const DEPTH = 6;
const MEMBERS = ['street', 'city', 'region', 'postalCode', 'country'] as const;

function plainAddress(address: Readonly<Record<string, unknown>>): Address {
  return Object.fromEntries(
    MEMBERS.flatMap((member) => {
      const value = address[member];
      return typeof value === 'string' && value !== '' ? [[member, value]] : [];
    }),
  );
}
