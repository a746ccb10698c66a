import { addDays, addMonths, addYears, date } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import type { Case, CertifiedClaim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** A blanket period lasts at most twelve months and covers the day of importation (19 CFR 182.12(d), 10.584(e)(2)). */
export function checkBlanket(claim: CertifiedClaim, { dossier }: Case): Finding[] {
  const period = claim.certificate.document.blanketPeriod;
  if (!period) return [];
  const { value: months, source: cite } = claim.agreement.blanketMonths;
  const imported = dossier.entry.importDate;
  const params = { ...period, months, imported };
  const on = (code: Parameters<typeof findOnClaim>[0]) =>
    findOnClaim(code, claim, '/certificate', { params, cite });
  if (period.to < period.from) return [on('USMCA_BLANKET_REVERSED')];
  const last = addDays(addMonths(date(period.from), months), -1);
  return [
    ...(period.to > last ? [on('USMCA_BLANKET_TOO_LONG')] : []),
    ...(imported < period.from || period.to < imported ? [on('USMCA_BLANKET_NOT_COVERING')] : []),
  ];
}

/** A certification for one shipment is for this one's invoice. */
export function checkInvoice(claim: CertifiedClaim): Finding[] {
  const { document } = claim.certificate;
  const invoice = claim.line.invoice.number;
  const certified = claim.good?.invoiceNumber ? [claim.good.invoiceNumber] : (document.invoiceNumbers ?? []);
  if (certified.length === 0 || certified.includes(invoice)) return [];
  const params = { number: document.number, certified: certified.join(', '), invoice };
  return [findOnClaim('USMCA_INVOICE_MISMATCH', claim, '/certificate', { params })];
}

/** Completed before the claim and less than four years ago (19 CFR 182.12(e), 10.584(f)); in hand when claimed. */
export function checkCompletion(claim: CertifiedClaim, { dossier, claimedOn }: Case): Finding[] {
  const { document, signedAt } = claim.certificate;
  const { value: years, source: cite } = claim.agreement.certificateYears;
  const { number, completedOn: completed } = document;
  if (completed > claimedOn) {
    const params = { number, completed, day: claimedOn };
    return [findOnClaim('USMCA_CERTIFICATE_IN_FUTURE', claim, '/certificate', { params })];
  }
  if (claimedOn >= addYears(date(completed), years)) {
    const params = { number, completed, years };
    return [findOnClaim('USMCA_CERTIFICATE_TOO_OLD', claim, '/certificate', { params, cite })];
  }
  if (signedAt === undefined || signedAt <= dossier.filedAt) return [];
  const params = { number, signed: signedAt, filed: dossier.filedAt };
  return [findOnClaim('USMCA_CERTIFICATE_AFTER_CLAIM', claim, '/certificate', { params })];
}

/** The importer that the certification names is the importer of record, where it names one. */
export function checkNamedImporter(claim: CertifiedClaim, { dossier }: Case): Finding[] {
  const { importer, number } = claim.certificate.document;
  const { name, did } = dossier.entry.importerOfRecord;
  if (!importer || !('name' in importer)) return [];
  const differs =
    importer.did !== undefined && did !== undefined ? importer.did !== did : importer.name !== name;
  const params = { number, certified: importer.name, importer: name };
  return differs ? [findOnClaim('USMCA_IMPORTER_DIFFERS', claim, '/certificate', { params })] : [];
}
