import { addYears, date } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import type { Case, Claim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** No invoice line is claimed twice, in this entry or in another. */
export function checkDuplicate(claim: Claim, { claims, observations }: Case): Finding[] {
  const elsewhere = observations.duplicateClaims
    .filter(({ line }) => line === claim.line.number)
    .map(({ entryNumber }) => `entry ${entryNumber}`);
  const before = claims
    .filter((other) => other.index < claim.index && sameInvoiceLine(other, claim))
    .map((other) => `line ${other.line.number}`);
  return [...before, ...elsewhere].map((other) =>
    findOnClaim('USMCA_DUPLICATE_CLAIM', claim, '/invoice', { params: { other } }),
  );
}

/** A claim after importation is made within a year of it (19 U.S.C. 1520(d)). */
export function checkTimeliness(claim: Claim, { dossier, claimedOn }: Case): Finding[] {
  if (dossier.claimKind !== 'post-importation') return [];
  const { value: years, source: cite } = claim.agreement.postImportationYears;
  const imported = dossier.entry.importDate;
  if (claimedOn <= addYears(date(imported), years)) return [];
  return [findOnClaim('USMCA_CLAIM_LATE', claim, '/spi', { params: { day: claimedOn, imported }, cite })];
}

function sameInvoiceLine(left: Claim, right: Claim): boolean {
  const [a, b] = [left.line.invoice, right.line.invoice];
  return a.number === b.number && String(a.line) === String(b.line);
}
