import type { Finding } from '../../finding.ts';
import type { CertifiedClaim, Claim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** The indicator belongs to the agreement that the certification is made under. */
export function checkIndicator(claim: CertifiedClaim): Finding[] {
  const certified = claim.certificate.document.agreement;
  if (certified === claim.agreement.id) return [];
  return [findOnClaim('USMCA_INDICATOR_MISMATCH', claim, '/spi', { params: { agreement: certified } })];
}

/** S+ and P+: goods that qualify without originating; what they cover beyond preference levels is not settled. */
export function checkQualifying(claim: Claim): Finding[] {
  const row = claim.agreement.indicators.find(({ spi }) => spi === claim.spi);
  return row?.kind === 'qualifying'
    ? [findOnClaim('USMCA_QUALIFYING_UNCERTAIN', claim, '/spi', { cite: row.source })]
    : [];
}
