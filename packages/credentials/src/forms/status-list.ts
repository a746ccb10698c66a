import {
  addSeconds,
  type Instant,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { readDateTimeStamp } from '../model/date-time-stamp.ts';
import { decodeStatusList } from '../status/encoding.ts';
import { LIST_TYPE } from '../status/list-credential.ts';
import { type StatusSnapshot, verifyStatusList } from '../status/snapshot.ts';
import type { ProofTrust } from '../verify/trust.ts';
import { verdictRefusals } from '../verify/verdict.ts';
import { isHouseForm } from './house-form.ts';
import type { FormTrust, FormVerdict } from './trust.ts';
import { verifyCredential } from './verify-credential.ts';

/** The standard's time to live of a list that names none, in milliseconds (Bitstring Status List 1.0, section 2.2). */
const USUAL_TTL = 300_000;

/**
 * Verifies a status list in whatever form it is signed, as it stands in a file or was fetched, and unpacks it. Its name is the
 * one that it has itself. Refuses what does not verify, and credentials that are no status list.
 */
export async function verifyAnyStatusList(
  value: unknown,
  trust: ProofTrust & Pick<FormTrust, 'at' | 'contexts'>,
): Promise<Result<StatusSnapshot>> {
  if (isHouseForm(value)) return verifyStatusList(value, String(value.id ?? ''), trust);
  const { crypto, at, signedAt, contexts } = trust;
  // Who may issue what, and by which schema, is no question of a list.
  const verdict = await verifyCredential(value, {
    ...{ crypto, at, signedAt, contexts, resolveDid: (did: string) => trust.resolveDid(did) },
    tolerate: ['unknown-type', 'unknown-status', 'unknown-schema', 'unknown-resource'],
  });
  return snapshotOfVerdict(verdict, trust.at);
}

/**
 * The list inside a verified credential, unpacked. `fetchedAt` is when its publisher gave this copy: its time to live runs from
 * then, and for a copy that came otherwise from when the list is valid. Refuses a verdict that does not hold, and what is no
 * status list.
 */
export async function snapshotOfVerdict(
  verdict: FormVerdict,
  at: Instant,
  fetchedAt?: Instant,
): Promise<Result<StatusSnapshot>> {
  const { credential, issuer, types, verified, digest } = verdict;
  if (!verified || !credential) return refused(verdictRefusals(verdict));
  if (!types.includes(LIST_TYPE)) return refused(malformed('/type', `it does not name ${LIST_TYPE}`));
  const { id, credentialSubject: subject } = credential;
  if (typeof id !== 'string') return refused(malformed('/id', 'it has no name'));
  if (!isRecord(subject) || subject.type !== 'BitstringStatusList' || typeof subject.encodedList !== 'string')
    return refused(malformed('/credentialSubject', 'it is not one list'));
  const bits = await decodeStatusList(subject.encodedList, '/credentialSubject/encodedList');
  if (!bits.ok) return bits;
  const purposes = [subject.statusPurpose].flat().filter((purpose) => typeof purpose === 'string');
  const validFrom = readDateTimeStamp(credential.validFrom) ?? at;
  const freshUntil = endOf(credential, subject.ttl, fetchedAt ?? validFrom);
  return ok({ url: id, issuer, purposes, bits: bits.value, validFrom, freshUntil, digest });
}

/** The earlier of the end of validity and of the time to live; the usual one, where neither is named. */
function endOf({ validUntil }: JsonObject, ttl: unknown, since: Instant): Instant {
  const until = readDateTimeStamp(validUntil);
  if (typeof ttl !== 'number' || ttl < 0) return until ?? addSeconds(since, USUAL_TTL / 1000);
  const fresh = addSeconds(since, ttl / 1000);
  return until !== undefined && until < fresh ? until : fresh;
}

function malformed(path: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_STATUS_LIST_MALFORMED', { path, params: { detail } });
}
