import type { CertificationOfOrigin, CertifiedGood, Party } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import type { CertifiedClaim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

type Certificate = CertificationOfOrigin;
/** True when the element is there. */
type ElementTest = (certificate: Certificate, good: CertifiedGood | undefined) => boolean;

// The statement may be made in English, French or Spanish (19 CFR 182.12(b)); all three call the good originating.
const ORIGINATING = /originat|originaire|originari/i;

/** USMCA, the nine elements of 19 CFR part 182, appendix A. */
const usmcaTests: Readonly<Record<string, ElementTest>> = {
  'certifier-role': ({ certifier }) => certifier.role !== undefined,
  certifier: ({ certifier }) => isReachable(certifier.party, certifier.signatory),
  // Not needed from a producer that does not know the exporter, nor when the exporter itself certifies.
  exporter: ({ certifier, exporter }) => certifier.role !== 'importer' || exporter !== undefined,
  // Not needed when the certifier is the producer, or an exporter that produces.
  producer: ({ certifier, producer }) => certifier.role !== 'importer' || producer !== undefined,
  importer: () => true,
  goods: (_certificate, good) => good !== undefined && good.description !== '' && good.hs6 !== '',
  criterion: (_certificate, good) => good?.criterion !== undefined,
  // For several shipments a period; for one, the invoice that ties the certification to it.
  'blanket-period': (certificate, good) =>
    certificate.blanketPeriod !== undefined || isTiedToInvoice(certificate, good),
  signature: hasStatement,
};

/** CAFTA-DR, 19 CFR 10.584(a). */
const caftaTests: Readonly<Record<string, ElementTest>> = {
  importer: ({ importer }) => importer !== undefined && 'name' in importer,
  exporter: ({ certifier, exporter }) => certifier.role !== 'importer' || exporter !== undefined,
  producer: ({ certifier, producer }) => certifier.role === 'producer' || producer !== undefined,
  certifier: ({ certifier }) => isReachable(certifier.party, certifier.signatory),
  goods: (_certificate, good) => good !== undefined && good.description !== '' && good.hs6 !== '',
  rule: (_certificate, good) => good?.rule !== undefined,
  signature: hasStatement,
};

const TESTS = { USMCA: usmcaTests, 'CAFTA-DR': caftaTests } as const;

/** Each element that the agreement asks of a certification is there. */
export function checkElements(claim: CertifiedClaim): Finding[] {
  const { document } = claim.certificate;
  const tests = TESTS[document.agreement];
  return claim.agreement.elements.flatMap(({ id, number: element, label, source }) => {
    if (document.agreement !== claim.agreement.id || (tests[id]?.(document, claim.good) ?? true)) return [];
    const params = { number: document.number, element, label };
    return [findOnClaim('USMCA_ELEMENT_MISSING', claim, '/certificate', { params, cite: source })];
  });
}

function isReachable({ address, contact }: Party, signatory: Certificate['certifier']['signatory']): boolean {
  const phone = signatory.phone ?? contact?.phone;
  const email = signatory.email ?? contact?.email;
  return signatory.title !== '' && address.country !== '' && phone !== undefined && email !== undefined;
}

function isTiedToInvoice({ invoiceNumbers }: Certificate, good: CertifiedGood | undefined): boolean {
  return good?.invoiceNumber !== undefined || (invoiceNumbers?.length ?? 0) > 0;
}

function hasStatement({ statement }: Certificate): boolean {
  return ORIGINATING.test(statement);
}
