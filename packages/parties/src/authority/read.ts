import { documentTypesOf, readCredential, type Verdict } from '@portolan/credentials';
import { checkDocument, type PowerOfAttorney } from '@portolan/documents';
import { type Digest, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { changesIn, faultsIn } from '../attestation/verdict.ts';
import { partiesCatalogue } from '../catalogue.ts';
import { checkPartyDocument } from '../schema/check.ts';
import type { AuthorityDelegation, Employment, FilingSignature, Officer } from '../schema/person.ts';
import type { PersonLink } from './person.ts';
import { type PowerProof, powerOf, type SignedPower } from './power.ts';
import type { PersonSignature } from './signature.ts';

/** Credential types that say who may act for whom. */
export const authorityTypes = [
  'PowerOfAttorney',
  'AuthorityDelegation',
  'OfficerAffirmation',
  'EmploymentAffirmation',
  'FilingSignature',
] as const;
export type AuthorityType = (typeof authorityTypes)[number];

export function isAuthorityType(text: unknown): text is AuthorityType {
  return (authorityTypes as readonly unknown[]).includes(text);
}

/** One credential about authority: a power or delegation, that a person belongs to an organization, or a person's signature. */
export type AuthorityRecord =
  | { readonly power: SignedPower }
  | { readonly person: PersonLink }
  | { readonly signature: PersonSignature };

/**
 * What a verified credential says about authority. Refuses other types, malformed subjects, and a power whose parties have no
 * identifier to be held to. One that was altered comes out with its faults; one that was taken back, with that change.
 */
export function readAuthority(value: JsonObject, verdict: Verdict): Result<AuthorityRecord> {
  const credential = readCredential(value);
  if (!credential.ok) return credential;
  const type = documentTypesOf(credential.value).find(isAuthorityType);
  const { type: _, id: _id, ...subject } = credential.value.credentialSubject;
  if (!type)
    return refused(
      partiesCatalogue.refuse('PARTY_TYPE_UNKNOWN', {
        path: '/type',
        params: { type: documentTypesOf(credential.value).join(', ') },
      }),
    );
  const document =
    type === 'PowerOfAttorney'
      ? checkDocument('PowerOfAttorney', subject)
      : checkPartyDocument(type, subject as JsonObject);
  if (!document.ok) return document;
  const proof = proofOf(verdict);
  if (type === 'OfficerAffirmation') return ok({ person: officer(document.value as never, proof) });
  if (type === 'EmploymentAffirmation') return ok({ person: employee(document.value as never, proof) });
  if (type === 'FilingSignature') return ok({ signature: signature(document.value as never, proof) });
  const power = powerOf(document.value as PowerOfAttorney & Partial<AuthorityDelegation>, proof);
  return power ? ok({ power }) : refused(noIdentifier());
}

/** What verification says of a credential about authority. */
export function proofOf(verdict: Verdict): PowerProof {
  return {
    digest: verdict.digest as Digest,
    issuer: verdict.issuer,
    signedAt: verdict.signedAt.instant,
    changes: changesIn(verdict),
    faults: faultsIn(verdict),
  };
}

function officer({ person, organization, from, until, signsAlone }: Officer, proof: PowerProof): PersonLink {
  return {
    ...proof,
    ...{ as: 'officer', person: person.did, organization: organization.did, powers: [], signsAlone, from },
    ...(until === undefined ? {} : { until }),
  };
}

function employee({ person, organization, from, until, powers }: Employment, proof: PowerProof): PersonLink {
  return {
    ...proof,
    ...{
      as: 'employee',
      person: person.did,
      organization: organization.did,
      powers,
      signsAlone: false,
      from,
    },
    ...(until === undefined ? {} : { until }),
  };
}

function signature(
  { person, organization, statement, declared }: FilingSignature,
  proof: PowerProof,
): PersonSignature {
  const { did, name } = person;
  return {
    ...proof,
    ...{ person: did, name, organization: organization.did, statement, declared: declared as Digest },
  };
}

function noIdentifier() {
  return partiesCatalogue.refuse('PARTY_TYPE_UNKNOWN', {
    path: '/credentialSubject',
    params: { type: 'a power between parties without identifiers' },
  });
}
