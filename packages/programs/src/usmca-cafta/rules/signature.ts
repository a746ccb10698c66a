import type { Fragment } from '@portolan/credentials';
import type { Finding } from '../../finding.ts';
import type { CertifiedClaim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';
import { whyNot } from '../case/verified.ts';
import type { UsmcaCode } from '../catalogue.ts';

/** What a failed question about the signature means for a certification, where its refusal names it. */
const BY_REFUSAL: Readonly<Record<string, UsmcaCode>> = {
  CRED_REVOKED: 'USMCA_CERTIFICATE_REVOKED',
  CRED_SUSPENDED: 'USMCA_CERTIFICATE_SUSPENDED',
  CRED_EXPIRED: 'USMCA_CERTIFICATE_EXPIRED',
  CRED_PROOF_EXPIRED: 'USMCA_CERTIFICATE_EXPIRED',
  CRED_NOT_YET_VALID: 'USMCA_CERTIFICATE_NOT_YET_VALID',
  CRED_CREATED_IN_FUTURE: 'USMCA_CERTIFICATE_NOT_YET_VALID',
};

const BY_FRAGMENT: Readonly<Record<Fragment['name'], UsmcaCode>> = {
  integrity: 'USMCA_CERTIFICATE_ALTERED',
  issuer: 'USMCA_CERTIFICATE_KEY',
  accreditation: 'USMCA_CERTIFICATE_KEY',
  status: 'USMCA_CERTIFICATE_UNDETERMINED',
  dates: 'USMCA_CERTIFICATE_EXPIRED',
  schema: 'USMCA_CERTIFICATE_MALFORMED',
};

/** The certification is signed, unaltered, by a key in force, neither revoked nor suspended, valid on the day. */
export function checkSignature(claim: CertifiedClaim): Finding[] {
  const { certificate } = claim;
  const number = certificate.document.number;
  const on = (code: UsmcaCode, why: string) =>
    findOnClaim(code, claim, '/certificate', { params: { number, why } });
  if (certificate.class !== 'signed') return [on('USMCA_CERTIFICATE_UNSIGNED', '')];
  if (certificate.verdict?.verified) return [];
  const failed = certificate.verdict?.fragments.filter(({ outcome }) => outcome === 'failed') ?? [];
  if (failed.length === 0) {
    const why = whyNot(certificate, 'undetermined') || 'it has not been verified.';
    return [on('USMCA_CERTIFICATE_UNDETERMINED', why)];
  }
  return failed.flatMap((fragment) => codesOf(fragment).map((code) => on(code, fragment.reason)));
}

function codesOf({ name, refusals }: Fragment): UsmcaCode[] {
  const named = refusals.flatMap(({ code }) => BY_REFUSAL[code] ?? []);
  return named.length > 0 ? [...new Set(named)] : [BY_FRAGMENT[name]];
}
