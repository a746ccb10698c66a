import { type Evidence, evidenceOf } from '@portolan/documents';
import type { Entry } from '@portolan/filing';
import { type CryptoPort, type Digest, digestJson } from '@portolan/kernel';
import { enteredCrossings } from '@portolan/programs';

export interface LineClaim {
  readonly line: number;
  readonly key: Digest;
}

/**
 * One key for each claimed line: seller, invoice and line of the invoice. The same key in two entries is the same good
 * claimed twice.
 */
export function claimKeys(crypto: CryptoPort, entry: Entry, evidence: readonly Evidence[]): LineClaim[] {
  const sellers = new Map(
    evidenceOf(evidence, 'CommercialInvoice').map(({ document: { number, seller } }) => [
      number,
      seller.did ?? `${seller.name}, ${seller.address.country}`,
    ]),
  );
  return entry.lines
    .filter(({ spi }) => spi !== undefined)
    .map(({ number, invoice }) => {
      const seller = sellers.get(invoice.number) ?? '';
      return { line: number, key: digestJson(crypto, [seller, invoice.number, String(invoice.line)]) };
    });
}

/** One key for each crossing of a border meter that an entry enters: nobody enters the same one in another. */
export function crossingKeys(crypto: CryptoPort, entry: Entry, evidence: readonly Evidence[]): LineClaim[] {
  return enteredCrossings(entry, evidence).map(({ line, thing }) => ({
    line,
    key: digestJson(crypto, [thing]),
  }));
}
