import { type Instant, isRecord, type JsonObject, type Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { UnsignedCredential } from '../credential/credential.ts';
import { readStatus } from '../status/bitstring.ts';
import { parseStatusEntry, type StatusEntry } from '../status/entry.ts';
import type { StatusSnapshot } from '../status/snapshot.ts';
import { failed, notApplicable, passed, undetermined } from './fragment.ts';
import type { Trust } from './trust.ts';
import type { Fragment } from './verdict.ts';

/** What the status of a credential is judged by. */
type StatusTrust = Pick<Trust, 'statusList' | 'at'>;

/** What one status entry came to; nothing when it says all is well. */
interface Finding {
  readonly outcome: 'failed' | 'undetermined';
  readonly refusal: Refusal;
}

/** Status: neither revoked nor suspended, as the issuer's own fresh lists say (Bitstring Status List 1.0, section 3.2). */
export function checkStatus(
  { credentialStatus }: Pick<UnsignedCredential, 'credentialStatus'>,
  issuer: string,
  trust: StatusTrust,
): Fragment {
  const entries = listOf(credentialStatus);
  if (entries.length === 0) return notApplicable('status', 'The issuer gave no way to revoke it.');
  const findings = entries.flatMap((entry, index) => {
    const path = Array.isArray(credentialStatus) ? `/credentialStatus/${index}` : '/credentialStatus';
    return judge(entry, issuer, trust, path) ?? [];
  });
  const failures = findings.filter(({ outcome }) => outcome === 'failed');
  if (failures.length > 0)
    return failed(
      'status',
      failures.map(({ refusal }) => refusal),
    );
  if (findings.length > 0)
    return undetermined(
      'status',
      findings.map(({ refusal }) => refusal),
    );
  return passed('status', `Neither revoked nor suspended at ${trust.at}.`);
}

function judge(raw: JsonObject, issuer: string, trust: StatusTrust, path: string): Finding | undefined {
  const entry = parseStatusEntry(raw, path);
  if (!entry.ok) return { outcome: 'failed', refusal: entry.refusals[0] as Refusal };
  if (!entry.value) return undefined;
  const snapshot = trust.statusList(entry.value.list);
  if (!snapshot)
    return {
      outcome: 'undetermined',
      refusal: refuse('CRED_STATUS_UNKNOWN', path, { list: entry.value.list }),
    };
  return unfit(entry.value, snapshot, issuer, path) ?? judgeBit(entry.value, snapshot, trust.at, path);
}

/** A list of another issuer, or for another purpose, says nothing of this credential. */
function unfit(
  { list, purpose }: StatusEntry,
  snapshot: StatusSnapshot,
  issuer: string,
  path: string,
): Finding | undefined {
  if (snapshot.issuer !== issuer)
    return {
      outcome: 'failed',
      refusal: refuse('CRED_STATUS_ISSUER', path, { list, signer: snapshot.issuer }),
    };
  if (snapshot.purposes.includes(purpose)) return undefined;
  const params = { list, purpose, purposes: snapshot.purposes.join(', ') };
  return { outcome: 'failed', refusal: refuse('CRED_STATUS_PURPOSE', path, params) };
}

function judgeBit(
  { list, purpose, index }: StatusEntry,
  snapshot: StatusSnapshot,
  at: Instant,
  path: string,
): Finding | undefined {
  const set = readStatus(snapshot.bits, index, path);
  if (!set.ok) return { outcome: 'failed', refusal: set.refusals[0] as Refusal };
  // A revocation is never taken back, so even an old list proves it.
  if (set.value && purpose === 'revocation')
    return { outcome: 'failed', refusal: refuse('CRED_REVOKED', path, { list, index }) };
  if (!isFresh(snapshot, at)) {
    const params = {
      list,
      validFrom: snapshot.validFrom,
      freshUntil: snapshot.freshUntil ?? 'no stated time',
      at,
    };
    return { outcome: 'undetermined', refusal: refuse('CRED_STATUS_STALE', path, params) };
  }
  return set.value
    ? { outcome: 'failed', refusal: refuse('CRED_SUSPENDED', path, { list, index }) }
    : undefined;
}

function isFresh({ validFrom, freshUntil }: StatusSnapshot, at: Instant): boolean {
  return validFrom <= at && freshUntil !== undefined && at <= freshUntil;
}

type StatusCode =
  | 'CRED_STATUS_UNKNOWN'
  | 'CRED_STATUS_ISSUER'
  | 'CRED_STATUS_PURPOSE'
  | 'CRED_STATUS_STALE'
  | 'CRED_REVOKED'
  | 'CRED_SUSPENDED';

function refuse(code: StatusCode, path: string, params: Record<string, string | number>): Refusal {
  return credentialsCatalogue.refuse(code, { path, params });
}

function listOf(status: UnsignedCredential['credentialStatus']): readonly JsonObject[] {
  if (status === undefined) return [];
  return isRecord(status) ? [status] : status;
}
