import type { Evidence, Party } from '@portolan/documents';
import type { Given } from '@portolan/filing';
import type { JsonValue, Pointer } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';
import { type ClientRow, clientsNamed } from './store.ts';

/**
 * What the filer's client file says of the importer whose papers these are: its number and bond, which then nobody types. Nothing
 * is asked of the store when a bond was typed, and nothing is taken when the papers name several clients.
 */
export async function clientOnRecord(
  db: Queryable,
  tenantId: string,
  evidence: readonly Evidence[],
  typed: Readonly<Record<Pointer, JsonValue>>,
): Promise<Pick<Given, 'importer' | 'bond'>> {
  if (typed['/bond'] !== undefined) return {};
  const parties = evidence.flatMap(importersOf);
  const dids = [...new Set(parties.flatMap(({ did }) => did ?? []))];
  const numbers = [...new Set(parties.flatMap(numbersOf))];
  if (dids.length === 0 && numbers.length === 0) return {};
  const [client, ...others] = await clientsNamed(db, tenantId, { dids, numbers });
  return client && others.length === 0 ? clientOf(client) : {};
}

function clientOf({
  name,
  importer_number,
  did,
  bond_type,
  surety,
}: ClientRow): Pick<Given, 'importer' | 'bond'> {
  return {
    importer: { name, number: importer_number, ...(did ? { did } : {}) },
    bond: { type: bond_type, ...(surety ? { surety } : {}) },
  };
}

function importersOf({ type, document }: Evidence): Party[] {
  if (type === 'CommercialInvoice' || type === 'PurchaseOrder') return [document.buyer];
  return type === 'PowerOfAttorney' ? [document.grantor] : [];
}

function numbersOf({ identifiers = [] }: Party): string[] {
  return identifiers.filter(({ scheme }) => scheme === 'importer-number').map(({ value }) => value);
}
