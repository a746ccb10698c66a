import type { GivenCredentials } from '../parties/take.ts';
import { verdictText } from '../trade/dossier/canonical.ts';
import { credentialBytes } from '../trade/evidence/taken.ts';
import type { EvidenceRow } from '../trade/store/evidence.ts';
import { eventCredentialType } from './event-credential.ts';

/** The rows under which single signed events among credentials that a tenant was given are kept; what they say is read afterwards. */
export function eventRowsIn({
  tenantId,
  from,
  moment,
  credentials,
  verdicts,
}: GivenCredentials): EvidenceRow[] {
  return [...credentials].flatMap(([digest, credential]) => {
    const verdict = verdicts.get(digest);
    if (!verdict?.types.includes(eventCredentialType)) return [];
    return [
      {
        ...{ tenant_id: tenantId, digest, class: 'signed', type: eventCredentialType, format: 'credential' },
        ...{ file_name: null, media_type: null, content: credentialBytes(credential) },
        ...{ issuer: verdict.issuer ?? null, verdict: verdictText(verdict) },
        ...{ signed_at: verdict.signedAt.instant, signed_source: verdict.signedAt.source },
        ...{ received_at: moment.at, received_from: from },
      } satisfies EvidenceRow,
    ];
  });
}
