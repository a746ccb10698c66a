import type { Verdict } from '@portolan/credentials';
import type { Digest, JsonObject } from '@portolan/kernel';
import { readAttestation } from '@portolan/parties';
import type { Moment } from '../exchange/moment.ts';
import type { HeldAttestation } from './store.ts';

export interface GivenCredentials {
  readonly tenantId: string;
  readonly from: string;
  readonly moment: Moment;
  readonly credentials: ReadonlyMap<Digest, JsonObject>;
  readonly verdicts: ReadonlyMap<Digest, Verdict>;
}

/**
 * The attestations among credentials that a tenant was given. Other types are left out: they are for others to read. What was
 * altered is kept with its fault, so that its holder sees why it does not count; what is malformed is not.
 */
export function attestationsIn({
  tenantId,
  from,
  moment,
  credentials,
  verdicts,
}: GivenCredentials): HeldAttestation[] {
  return [...credentials].flatMap(([digest, credential]) => {
    const verdict = verdicts.get(digest);
    const read = verdict && readAttestation(credential, verdict);
    if (!verdict || !read?.ok) return [];
    return [{ tenantId, receivedAt: moment.at, receivedFrom: from, record: read.value, credential, verdict }];
  });
}
