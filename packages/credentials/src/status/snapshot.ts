import {
  addSeconds,
  type Digest,
  type Instant,
  ok,
  parseInstant,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { credentialsCatalogue } from '../catalogue.ts';
import { issuerOf, readCredential, type UnsignedCredential } from '../credential/credential.ts';
import { verifyDocument } from '../document/verify-document.ts';
import type { ProofTrust } from '../verify/trust.ts';
import { decodeStatusList } from './encoding.ts';
import { LIST_TYPE } from './list-credential.ts';

/** A published status list that was verified and unpacked once, ready to be read for any number of credentials. */
export interface StatusSnapshot {
  readonly url: string;
  /** Whose key signed the list. */
  readonly issuer: string;
  readonly purposes: readonly string[];
  readonly bits: Uint8Array;
  readonly validFrom: Instant;
  /** The last instant at which the list still speaks: the earlier of validUntil and validFrom + ttl. Absent: never known to be fresh. */
  readonly freshUntil?: Instant;
  /** Digest of the signed list, to be recorded with what was decided by it. */
  readonly digest: Digest;
}

const SubjectSchema = Type.Object({
  type: Type.Literal('BitstringStatusList'),
  statusPurpose: Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1, maxItems: 10 })]),
  encodedList: Type.String(),
  ttl: Type.Optional(Type.Integer({ minimum: 0, maximum: 31_622_400_000 })),
});
const subjectShape = Compile(SubjectSchema);

/**
 * Verifies a published status list and unpacks it: shape, signature of its own issuer, key in force. Whether it is fresh is
 * judged later, where it is used, since one snapshot serves questions at several instants. Refuses a list published
 * at another address than the one asked for.
 */
export async function verifyStatusList(
  value: unknown,
  url: string,
  trust: ProofTrust,
): Promise<Result<StatusSnapshot>> {
  const credential = readCredential(value);
  if (!credential.ok) return credential;
  const { type, id, credentialSubject: subject } = credential.value;
  if (!type.includes(LIST_TYPE)) return refused(malformed('/type', `it does not name ${LIST_TYPE}`));
  if (id !== url) return refused(malformed('/id', `it is the list ${id ?? 'without a name'}, not ${url}`));
  if (!subjectShape.Check(subject)) {
    const [error] = subjectShape.Errors(subject);
    return refused(
      malformed(`/credentialSubject${error?.instancePath ?? ''}`, error?.message ?? 'it has another shape'),
    );
  }
  const signed = await verifyDocument(credential.value, { ...trust, signer: issuerOf(credential.value) });
  if (!signed.ok) return signed;
  const period = freshness(credential.value, subject.ttl);
  if (!period.ok) return period;
  const bits = await decodeStatusList(subject.encodedList, '/credentialSubject/encodedList');
  if (!bits.ok) return bits;
  const purposes = [subject.statusPurpose].flat();
  return ok({
    url,
    issuer: signed.value.signer,
    purposes,
    bits: bits.value,
    digest: signed.value.digest,
    ...period.value,
  });
}

function freshness(
  { validFrom, validUntil }: Pick<UnsignedCredential, 'validFrom' | 'validUntil'>,
  ttl: number | undefined,
): Result<Pick<StatusSnapshot, 'validFrom' | 'freshUntil'>> {
  const from = parseInstant(validFrom, '/validFrom');
  if (!from.ok) return from;
  const ends: Instant[] = ttl === undefined ? [] : [addSeconds(from.value, ttl / 1000)];
  if (validUntil !== undefined) {
    const until = parseInstant(validUntil, '/validUntil');
    if (!until.ok) return until;
    ends.push(until.value);
  }
  const [freshUntil] = ends.sort();
  return ok({ validFrom: from.value, ...(freshUntil === undefined ? {} : { freshUntil }) });
}

function malformed(path: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_STATUS_LIST_MALFORMED', { path, params: { detail } });
}
