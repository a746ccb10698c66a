import { documentTypesOf, readCredential, type Verdict } from '@portolan/credentials';
import type { Party } from '@portolan/documents';
import {
  type CalendarDate,
  isRecord,
  type JsonObject,
  ok,
  parseInstant,
  type Result,
  refused,
} from '@portolan/kernel';
import { partiesCatalogue } from '../catalogue.ts';
import { checkPartyDocument } from '../schema/check.ts';
import { kindOfType } from '../schema/kind.ts';
import { isAttestationType } from '../schema/types.ts';
import type { Attestation, AttestedCheck, AttestedParty, StatusChange } from './attestation.ts';
import { factsOf, ownIdentifiers } from './facts.ts';
import { changesIn, faultsIn } from './verdict.ts';

/**
 * An attestation from its credential and verdict. Refuses types that are no attestation and subjects that are malformed.
 * One that was altered or is signed by somebody else comes out with its faults, so that a standing can say why it does not
 * count. `changes` are the times at which the issuer took it back, as far as is known; without them, a revocation in the verdict
 * counts from the signing time on, since nothing better is known.
 */
export function readAttestation(
  value: JsonObject,
  verdict: Verdict,
  changes?: readonly StatusChange[],
): Result<Attestation> {
  const credential = readCredential(value);
  if (!credential.ok) return credential;
  const type = documentTypesOf(credential.value).find(isAttestationType);
  if (!type) return refused(noAttestation(documentTypesOf(credential.value)));
  const { type: _, id: _id, ...subject } = credential.value.credentialSubject;
  const document = checkPartyDocument(type, subject);
  if (!document.ok) return document;
  const { organization, checks, from, until } = document.value as JsonObject & { organization: unknown };
  const party = organization as Party & { readonly did: string };
  const claimed = parseInstant(credential.value.validFrom);
  const end = earliest([until, credential.value.validUntil?.slice(0, 10)]);
  const kind = type === 'OwnershipStatement' ? undefined : kindOfType[type];
  return ok({
    digest: verdict.digest,
    type,
    ...(kind ? { kind } : {}),
    issuer: verdict.issuer,
    subject: party.did,
    signedAt: verdict.signedAt.instant,
    ...(claimed.ok ? { claimedAt: claimed.value } : {}),
    from: from as CalendarDate,
    ...(end ? { until: end } : {}),
    changes: changes ?? changesIn(verdict),
    faults: faultsIn(verdict),
    party: partyOf(party, ownIdentifiers(type, document.value)),
    checks: (checks as unknown as AttestedCheck[]).map(({ what, how, on }) => ({ what, how, on })),
    facts: factsOf(type, document.value),
  });
}

function partyOf(
  { name, address, identifiers = [] }: Party,
  own: AttestedParty['identifiers'],
): AttestedParty {
  const { country, city, street, region } = address;
  const all = new Map([...identifiers, ...own].map((one) => [`${one.scheme} ${one.value}`, one]));
  return {
    name,
    country,
    ...(city ? { city } : {}),
    ...(street ? { street } : {}),
    ...(region ? { region } : {}),
    identifiers: [...all.keys()].sort().flatMap((key) => {
      const one = all.get(key);
      return one ? [{ scheme: one.scheme, value: one.value }] : [];
    }),
  };
}

function earliest(days: readonly unknown[]): CalendarDate | undefined {
  const [first] = days.filter((day): day is CalendarDate => typeof day === 'string').sort();
  return first;
}

function noAttestation(types: readonly string[]) {
  const type = types.filter((one) => !isRecord(one)).join(', ');
  return partiesCatalogue.refuse('PARTY_TYPE_UNKNOWN', { path: '/type', params: { type } });
}
