import { type Digest, type Instant, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { partiesCatalogue } from '../catalogue.ts';
import type { PowerProof } from './power.ts';

/** A person's own signature under a filing, as it comes out of verification. */
export interface PersonSignature extends PowerProof {
  readonly person: string;
  readonly name: string;
  /** The filer for whom the person signs. */
  readonly organization: string;
  readonly statement: string;
  /** Digest of what was declared when the person signed. */
  readonly declared: Digest;
}

/** Whose signature is looked for, and under what. */
export interface ToBeSigned {
  readonly person: string;
  readonly organization: string;
  readonly declared: Digest;
  readonly at: Instant;
}

/**
 * The signature of the person whom a filing names. A name alone proves nothing: refuses where that person signed nothing, where
 * the signature does not hold, was made with another key or after the filing, and where what is filed is not what was signed.
 */
export function signatureUnder(
  wanted: ToBeSigned,
  signatures: readonly PersonSignature[],
): Result<PersonSignature> {
  const { person, organization, declared, at } = wanted;
  const own = signatures.filter(
    (one) => one.person === person && one.organization === organization && one.signedAt <= at,
  );
  const sound = own.filter(({ issuer, faults }) => issuer === person && faults.length === 0);
  const found = sound.find((one) => one.declared === declared);
  if (found) return ok(found);
  const [other] = sound;
  if (other) return refused(refuse('PARTY_SIGNATURE_DIFFERS', { person, statement: other.statement }));
  const [unsound] = own;
  return refused(
    unsound
      ? refuse('PARTY_SIGNATURE_UNSOUND', {
          person,
          issuer: unsound.issuer,
          codes: unsound.faults.join(', ') || 'it was made with another key',
        })
      : refuse('PARTY_SIGNATURE_MISSING', { person }),
  );
}

function refuse(
  code: Parameters<typeof partiesCatalogue.refuse>[0],
  params: Record<string, string>,
): Refusal {
  return partiesCatalogue.refuse(code, { path: '/signatory', params });
}
