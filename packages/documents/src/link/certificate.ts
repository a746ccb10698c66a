import { hasNumber, plainNumber, sameNumber } from '../compare/number.ts';
import { sameParty } from '../compare/party.ts';
import { type Evidence, type EvidenceOf, evidenceOf, type Link } from '../evidence.ts';
import type { CertifiedGood } from '../schema/certification-of-origin.ts';
import type { CommercialInvoiceLine } from '../schema/commercial-invoice.ts';
import type { Party } from '../schema/party.ts';
import { documentLink, lineLink } from './link.ts';
import { type PairRule, pairLines } from './pair-lines.ts';

type Certificate = EvidenceOf<'CertificationOfOrigin'>;
type Invoice = EvidenceOf<'CommercialInvoice'>;

/**
 * Invoices and the certifications of origin that speak of their goods: those that name the invoice, and blanket ones of a
 * party to the sale for the same goods. Whether a certification supports a claim is decided by the program.
 */
export function linkCertificates(evidence: readonly Evidence[]): Link[] {
  const invoices = evidenceOf(evidence, 'CommercialInvoice');
  return evidenceOf(evidence, 'CertificationOfOrigin').flatMap((certificate) =>
    invoices.flatMap((invoice) => {
      const lines = linkLines(invoice, certificate);
      const by = reason(invoice, certificate, lines);
      return by ? [documentLink('invoice-certificate', invoice, certificate, by), ...lines] : [];
    }),
  );
}

function reason(
  { document: invoice }: Invoice,
  { document: certificate }: Certificate,
  lines: readonly Link[],
) {
  const named = [
    ...(certificate.invoiceNumbers ?? []),
    ...certificate.goods.map((good) => good.invoiceNumber),
  ];
  if (hasNumber(named, invoice.number)) return `the certification names invoice ${invoice.number}`;
  const isBlanket = certificate.blanketPeriod && named.every((number) => number === undefined);
  if (!isBlanket || lines.length === 0 || !isPartyToSale(certificate, invoice)) return undefined;
  return `a blanket certification of ${certificate.certifier.party.name} for the same goods`;
}

function isPartyToSale(certificate: Certificate['document'], invoice: Invoice['document']): boolean {
  const sale = [
    invoice.seller,
    invoice.buyer,
    ...invoice.lines.flatMap(({ manufacturer }) => manufacturer ?? []),
  ];
  return partiesOf(certificate).some((party) => sale.some((other) => sameParty(party, other)));
}

function partiesOf({ certifier, exporter, producer, importer }: Certificate['document']): Party[] {
  const named = (party: Party | object | undefined): Party[] => (party && 'name' in party ? [party] : []);
  return [certifier.party, ...named(exporter), ...named(producer), ...named(importer)];
}

function linkLines(invoice: Invoice, certificate: Certificate): Link[] {
  const goods = certificate.document.goods
    .map((good, index) => ({ good, index }))
    .filter(({ good }) => !good.invoiceNumber || sameNumber(good.invoiceNumber, invoice.document.number));
  return pairLines(invoice.document.lines, goods, rules).map(({ left, right, by }) =>
    lineLink(
      'invoice-certificate',
      [invoice, `/lines/${left}`],
      [certificate, `/goods/${goods[right]?.index}`],
      by,
    ),
  );
}

const rules: readonly PairRule<CommercialInvoiceLine, { good: CertifiedGood }>[] = [
  {
    by: 'the invoice line that the certification names',
    left: ({ number }) => plainNumber(number),
    right: ({ good }) => good.invoiceLine && plainNumber(good.invoiceLine),
  },
  {
    by: 'the same lot',
    left: ({ lot }) => lot && plainNumber(lot),
    right: ({ good }) => good.lot && plainNumber(good.lot),
    shared: true,
  },
  {
    by: 'the same six-digit code',
    left: ({ hts }) => hts?.slice(0, 6),
    right: ({ good }) => good.hs6,
    shared: true,
  },
];
