import type { Finding } from '../../finding.ts';
import { type Case, type CertifiedClaim, isParty } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** A certification may not stand on an invoice or commercial document issued outside the agreement (19 CFR 182.12(b)(2)). */
export function checkNonParty(claim: CertifiedClaim, { dossier, papers }: Case): Finding[] {
  const { document } = claim.certificate;
  const { allowed, source: cite } = claim.agreement.nonPartyDocument;
  if (allowed || document.issuedOn === undefined || document.issuedOn === 'standalone') return [];
  const invoice = papers.invoices.find((item) => item.document.number === claim.line.invoice.number);
  const country = document.onDocumentIssuedIn ?? invoice?.document.issuedIn;
  if (country === undefined || isParty(claim.agreement, country, dossier.entry.importDate)) return [];
  const params = { number: document.number, country };
  const evidence = [claim.certificate.digest, invoice?.digest];
  return [findOnClaim('USMCA_NON_PARTY_INVOICE', claim, '/certificate', { params, evidence, cite })];
}
