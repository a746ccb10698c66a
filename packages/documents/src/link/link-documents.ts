import { canonicalize } from '@portolan/kernel';
import { sortedByText } from '../compare/order.ts';
import type { Evidence, Link } from '../evidence.ts';
import { linkCertificates } from './certificate.ts';
import { linkPackingLists } from './invoice-packing.ts';
import { linkOrdersAndInvoices } from './order-invoice.ts';
import { linkTransport } from './transport.ts';
import { takenEvidence } from './versions.ts';

/**
 * Finds which documents and which of their lines speak of the same goods, by the numbers that they give each other. Many
 * to many; the order in which documents came changes nothing. Copies of a document are linked once.
 */
export function linkDocuments(evidence: readonly Evidence[]): Link[] {
  const taken = takenEvidence(evidence);
  const links = [
    ...linkOrdersAndInvoices(taken),
    ...linkPackingLists(taken),
    ...linkTransport(taken),
    ...linkCertificates(taken),
  ];
  return sortedByText(links, canonicalize);
}
