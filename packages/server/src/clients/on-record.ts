import type { Evidence, Party } from '@portolan/documents';
import { type Given, paymentTypeCode } from '@portolan/filing';
import type { JsonValue, Pointer } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';
import { type PartnerRow, partnerKey, partnersNamed } from './partners.ts';
import { type ClientRow, clientsNamed } from './store.ts';

type OnRecord = Pick<Given, 'importer' | 'bond' | 'paymentType' | 'makers' | 'sellers'>;

const NUMBER = '/importerOfRecord/number';

/**
 * What the filer's client file says of the importer whose papers these are: its number, bond and payment, the codes of its makers and how
 * its sellers are related, which then nobody types. Nothing is taken when the papers name several clients.
 */
export async function clientOnRecord(
  db: Queryable,
  tenantId: string,
  evidence: readonly Evidence[],
  typed: Readonly<Record<Pointer, JsonValue>>,
  day: string,
): Promise<OnRecord> {
  const parties = evidence.flatMap(importersOf);
  const dids = [...new Set(parties.flatMap(({ did }) => did ?? []))];
  const given = typed[NUMBER];
  const numbers = [
    ...new Set([...parties.flatMap(numbersOf), ...(typeof given === 'string' ? [given] : [])]),
  ];
  if (dids.length === 0 && numbers.length === 0) return {};
  const [client, ...others] = await clientsNamed(db, tenantId, { dids, numbers });
  const known = client && others.length === 0 ? client : undefined;
  const importers = known ? [known.importer_number] : numbers.length === 1 && !client ? numbers : [];
  const partners = await partnersNamed(db, tenantId, importers, keysOf(evidence));
  return { ...(known ? clientOf(known, day) : {}), ...libraryOf(partners) };
}

function clientOf(
  { name, importer_number, did, bond_type, surety, payment, account }: ClientRow,
  day: string,
): Pick<Given, 'importer' | 'bond' | 'paymentType'> {
  const paymentType = paymentTypeCode({ kind: payment, account }, day);
  return {
    ...(paymentType ? { paymentType } : {}),
    importer: { name, number: importer_number, ...(did ? { did } : {}) },
    bond: { type: bond_type, ...(surety ? { surety } : {}) },
  };
}

function libraryOf(partners: readonly PartnerRow[]): Pick<Given, 'makers' | 'sellers'> {
  const party = ({ name, did }: PartnerRow) => ({ name, ...(did ? { did } : {}) });
  const makers = partners.flatMap((row) =>
    row.role === 'manufacturer' && row.code !== null ? [{ ...party(row), mid: row.code }] : [],
  );
  const sellers = partners.flatMap((row) =>
    row.role === 'seller' && row.related !== null ? [{ ...party(row), related: row.related }] : [],
  );
  return { ...(makers.length > 0 ? { makers } : {}), ...(sellers.length > 0 ? { sellers } : {}) };
}

/** Keys of the parties that may have made or sold the goods of these papers. */
function keysOf(evidence: readonly Evidence[]): string[] {
  const names = evidence.flatMap((item): (string | undefined)[] => {
    if (item.type === 'CommercialInvoice') {
      const { seller, lines } = item.document;
      return [seller.name, ...lines.map(({ manufacturer }) => manufacturer?.name)];
    }
    if (item.type !== 'CertificationOfOrigin') return [];
    const { producer } = item.document;
    return [producer && 'name' in producer ? producer.name : undefined];
  });
  return [...new Set(names.flatMap((name) => (name ? [partnerKey(name)] : [])))];
}

function importersOf({ type, document }: Evidence): Party[] {
  if (type === 'CommercialInvoice' || type === 'PurchaseOrder') return [document.buyer];
  return type === 'PowerOfAttorney' ? [document.grantor] : [];
}

function numbersOf({ identifiers = [] }: Party): string[] {
  return identifiers.filter(({ scheme }) => scheme === 'importer-number').map(({ value }) => value);
}
