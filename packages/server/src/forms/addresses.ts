import type { EvidenceView } from '@portolan/contract';
import type { PrintedEntry, PrintedParty } from '@portolan/filing/print';
import { isRecord } from '@portolan/kernel';

type Parties = NonNullable<PrintedEntry['parties']>;
type Address = NonNullable<NonNullable<PrintedEntry['addresses']>['importer']>;

/** Members of trade documents that name the parties of an entry. */
const MEMBERS = ['consignee', 'buyer', 'grantor', 'organization'];

/** The address that the documents of an entry give for a party of this name; the first one found. */
export function addressOf(
  evidence: readonly Pick<EvidenceView, 'document'>[],
  name: string,
): Address | undefined {
  for (const { document } of evidence)
    for (const member of MEMBERS) {
      const party = document[member];
      if (isRecord(party) && party.name === name && isRecord(party.address)) return party.address as Address;
    }
  return undefined;
}

/** Buyer and seller of the entry's invoices, where all have the same, and its maker with the address that a document gives. */
export function partiesOf(
  evidence: readonly Pick<EvidenceView, 'type' | 'document'>[],
  { invoiceNumbers, lines }: Pick<PrintedEntry['entry'], 'invoiceNumbers' | 'lines'>,
): Parties {
  const invoices = evidence.filter(
    ({ type, document }) => type === 'CommercialInvoice' && invoiceNumbers.includes(String(document.number)),
  );
  const buyer = onlyParty(invoices, 'buyer');
  const seller = onlyParty(invoices, 'seller');
  const name = lines[0]?.manufacturer?.name;
  const maker = name === undefined ? undefined : makerOf(evidence, name, seller);
  return { ...(buyer ? { buyer } : {}), ...(seller ? { seller } : {}), ...(maker ? { maker } : {}) };
}

function onlyParty(
  invoices: readonly Pick<EvidenceView, 'document'>[],
  member: 'buyer' | 'seller',
): PrintedParty | undefined {
  const found = invoices.flatMap(({ document }) => partyAt(document[member]) ?? []);
  const [first] = found;
  return first && found.every(({ name }) => name === first.name) ? first : undefined;
}

function makerOf(
  evidence: readonly Pick<EvidenceView, 'document'>[],
  name: string,
  seller: PrintedParty | undefined,
): PrintedParty {
  if (seller?.name === name) return seller;
  const named = evidence.flatMap(
    ({ document }) => partyAt(document.producer) ?? partyAt(document.shipper) ?? [],
  );
  return named.find((party) => party.name === name) ?? { name };
}

function partyAt(value: unknown): PrintedParty | undefined {
  if (!isRecord(value) || typeof value.name !== 'string') return undefined;
  const numbers = Array.isArray(value.identifiers) ? value.identifiers : [];
  const own = numbers.find((one) => isRecord(one) && one.scheme === 'importer-number');
  return {
    name: value.name,
    ...(isRecord(own) ? { number: String(own.value) } : {}),
    ...(isRecord(value.address) ? { address: value.address as Address } : {}),
  };
}
