import type { Verdict } from '@portolan/credentials';
import type { Digest, JsonObject } from '@portolan/kernel';
import { type AuthorityType, isAuthorityType, readAuthority } from '@portolan/parties';
import { verdictText } from '../../trade/dossier/canonical.ts';
import { credentialBytes } from '../../trade/evidence/taken.ts';
import type { GivenCredentials } from '../take.ts';
import type { HeldAuthority } from './store.ts';

/** The credentials about authority among those that a tenant was given; other types and malformed ones are left out. */
export function authorityIn({
  tenantId,
  from,
  moment,
  credentials,
  verdicts,
}: GivenCredentials): HeldAuthority[] {
  return [...credentials].flatMap(([digest, credential]): HeldAuthority[] => {
    const type = authorityTypeOf(credential);
    const verdict = verdicts.get(digest);
    const read = type && verdict && readAuthority(credential, verdict);
    if (!type || !verdict || !read?.ok) return [];
    const shared = { tenant_id: tenantId, received_at: moment.at, received_from: from };
    return [
      { type, record: read.value, evidence: { ...shared, ...rowOf(digest, credential, verdict, type) } },
    ];
  });
}

/** Which credential about authority one claims to be; undefined for any other. */
export function authorityTypeOf(credential: JsonObject): AuthorityType | undefined {
  const { type } = credential;
  return Array.isArray(type) ? type.find(isAuthorityType) : undefined;
}

function rowOf(digest: Digest, credential: JsonObject, verdict: Verdict, type: AuthorityType) {
  return {
    ...{ digest, class: 'signed' as const, type, format: 'credential', file_name: null, media_type: null },
    content: credentialBytes(credential),
    issuer: verdict.issuer,
    verdict: verdictText(verdict),
    signed_at: verdict.signedAt.instant,
    signed_source: verdict.signedAt.source,
  };
}
