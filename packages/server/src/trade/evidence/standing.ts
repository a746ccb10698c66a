import type { Evidence } from '@portolan/documents';
import type { StandingRow } from '../store/standing.ts';

/** The row under which verified evidence goes on record; undefined for other documents and for doubtful ones. */
export function standingRow(evidence: Evidence, tenantId: string): StandingRow | undefined {
  if (!evidence.verdict?.verified) return undefined;
  const shared = { tenant_id: tenantId, digest: evidence.digest };
  if (evidence.type === 'PowerOfAttorney') {
    const { grantor, grantee, from, until } = evidence.document;
    // Only the grantor itself can give a power.
    if (!grantor.did || !grantee.did || grantor.did !== evidence.issuer) return undefined;
    const dates = { valid_from: from, valid_until: until ?? null };
    return { ...shared, type: evidence.type, subject: grantor.did, other: grantee.did, ...dates };
  }
  if (evidence.type === 'OrganizationIdentity') {
    const { organization, from, until } = evidence.document;
    const dates = { valid_from: from, valid_until: until ?? null };
    return { ...shared, type: evidence.type, subject: organization.did, other: '', ...dates };
  }
  return undefined;
}
