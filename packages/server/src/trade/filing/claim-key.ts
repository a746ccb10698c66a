import { type Evidence, evidenceOf, plainName, plainNumber } from '@portolan/documents';
import type { Entry, ProvenanceMap } from '@portolan/filing';
import { type CryptoPort, type Digest, digestJson } from '@portolan/kernel';
import { enteredCrossings } from '@portolan/programs';

export interface LineClaim {
  readonly line: number;
  readonly key: Digest;
}

/**
 * One key for each line that is claimed whole: seller, invoice and line of the invoice. The same key in two entries is the same good
 * claimed twice. Of a line that is entered in part the quantities are judged.
 */
export function claimKeys(crypto: CryptoPort, entry: Entry, evidence: readonly Evidence[]): LineClaim[] {
  const sellers = new Map(
    evidenceOf(evidence, 'CommercialInvoice').map(({ document: { number, seller } }) => [
      number,
      seller.did ?? `${seller.name}, ${seller.address.country}`,
    ]),
  );
  return entry.lines
    .filter(({ spi, invoice }) => spi !== undefined && invoice.quantity === undefined)
    .map(({ number, invoice }) => {
      const seller = sellers.get(invoice.number) ?? '';
      return { line: number, key: digestJson(crypto, [seller, invoice.number, String(invoice.line)]) };
    });
}

/**
 * One key for each invoice line that an entry enters, claim or none: seller by name and country, since not everybody who files an
 * invoice knows its seller's identifier; number and line of the invoice without case and blanks. The invoice is the one that the
 * line was derived from, else that of its number.
 */
export function enteredKeys(
  crypto: CryptoPort,
  { entry, provenance }: Entering,
  evidence: readonly Evidence[],
): LineKey[] {
  const invoices = invoiceKeys(crypto, evidence);
  const numbered = new Map(invoices.map(({ number, key }) => [number, key]));
  const held = new Map(invoices.map(({ digest, key }) => [digest, key]));
  return entry.lines.flatMap(({ number, invoice }, index) => {
    const from = provenance[`/lines/${index}/invoice/line`]?.document ?? '';
    const key = held.get(from) ?? numbered.get(invoice.number);
    return key === undefined ? [] : [{ line: number, key: lineKey(key, invoice.line) }];
  });
}

/** The key of every line of every invoice at hand: what a draft may come to enter. */
export function enterableKeys(crypto: CryptoPort, evidence: readonly Evidence[]): string[] {
  const keys = new Map(invoiceKeys(crypto, evidence).map(({ digest, key }) => [digest, key]));
  return evidenceOf(evidence, 'CommercialInvoice').flatMap(({ digest, document: { lines } }) =>
    lines.map(({ number }) => lineKey(keys.get(digest) ?? '', number)),
  );
}

export interface LineKey {
  readonly line: number;
  readonly key: string;
}

export interface Entering {
  readonly entry: Entry;
  readonly provenance: ProvenanceMap;
}

interface InvoiceKey {
  readonly digest: string;
  readonly number: string;
  readonly key: Digest;
}

function invoiceKeys(crypto: CryptoPort, evidence: readonly Evidence[]): InvoiceKey[] {
  return evidenceOf(evidence, 'CommercialInvoice').map(({ digest, document: { number, seller } }) => ({
    digest,
    number,
    key: digestJson(crypto, [plainName(seller.name), seller.address.country, plainNumber(number)]),
  }));
}

/** Named apart from the keys of claims, which stand in the same table. */
function lineKey(invoice: string, line: string | number): string {
  return `entered ${invoice} ${plainNumber(String(line))}`;
}

/** One key for each crossing of a border meter that an entry enters: nobody enters the same one in another. */
export function crossingKeys(crypto: CryptoPort, entry: Entry, evidence: readonly Evidence[]): LineClaim[] {
  return enteredCrossings(entry, evidence).map(({ line, thing }) => ({
    line,
    key: digestJson(crypto, [thing]),
  }));
}
