import {
  type CryptoPort,
  canonicalize,
  type Digest,
  type Instant,
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  type Refusal,
  type Result,
  refused,
  toHex,
} from '@portolan/kernel';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { credentialsCatalogue } from '../catalogue.ts';
import { fromMultibase58 } from '../multibase.ts';
import { CRYPTOSUITE, type DataIntegrityProof, ProofSchema } from './proof.ts';
import { takeBytes } from './taken-bytes.ts';

/** What a proof says of itself that a verifier asks for, in whatever form it stands. */
export type ProofStatement = Pick<
  DataIntegrityProof,
  'verificationMethod' | 'proofPurpose' | 'created' | 'expires'
>;

/** A signed document taken apart: all that is needed to check its signature, made in one pass. */
export interface SecuredDocument {
  readonly proof: ProofStatement;
  /** Canonical form of the whole document, proof included. */
  readonly bytes: Uint8Array;
  /** Digest of these bytes. */
  readonly digest: Digest;
  /** The bytes that were signed: of a proof in the document 64 of them. */
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  /** Of a token: before when it counts for nothing (RFC 7519, section 4.1.5). */
  readonly notBefore?: Instant | undefined;
}

/** Whether the value is base58 is found when it is decoded, which every verification does. */
const proofShape = Compile(Type.Object({ ...ProofSchema.properties, proofValue: Type.String() }));
const SIGNATURE_LENGTH = 64;

/**
 * Takes a signed JSON object apart (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.2, steps 1 to 7). Refuses a missing
 * proof, a proof set, another suite, and a context other than the signed one. The specification lets later contexts be
 * added behind the signed ones; here they must be equal, so that no byte of a document can change and still verify.
 */
export function readProof(document: JsonObject, crypto: CryptoPort): Result<SecuredDocument> {
  const shape = checkProof(document.proof);
  if (!shape.ok) return shape;
  try {
    return takeApart(document, shape.value, crypto);
  } catch {
    // Values that did not come from parseJson: no number, half a character, nested beyond the stack.
    return refused(
      credentialsCatalogue.refuse('CRED_DOCUMENT_MALFORMED', {
        params: { detail: 'it holds what JSON cannot carry' },
      }),
    );
  }
}

function takeApart(
  document: JsonObject,
  { proof, signature }: CheckedProof,
  crypto: CryptoPort,
): Result<SecuredDocument> {
  if (!sameContext(document, proof as unknown as JsonObject))
    return refused(credentialsCatalogue.refuse('CRED_CONTEXT_CHANGED', { path: '/@context' }));
  const { whole, hash, message } = takeBytes(document, proof as unknown as JsonObject, crypto);
  return ok({ proof, signature, bytes: whole, digest: `sha256:${toHex(hash)}`, message });
}

interface CheckedProof {
  readonly proof: DataIntegrityProof;
  readonly signature: Uint8Array;
}

function checkProof(proof: unknown): Result<CheckedProof> {
  if (proof === undefined || proof === null)
    return refused(credentialsCatalogue.refuse('CRED_PROOF_MISSING', { path: '/proof' }));
  if (Array.isArray(proof))
    return refused(
      credentialsCatalogue.refuse('CRED_PROOF_COUNT', { path: '/proof', params: { count: proof.length } }),
    );
  if (!proofShape.Check(proof)) return refused(proofFault(proof));
  const signature = fromMultibase58(proof.proofValue);
  if (signature?.length !== SIGNATURE_LENGTH)
    return refused(
      malformed('/proof/proofValue', `the signature has ${signature?.length ?? 0} bytes instead of 64`),
    );
  return ok({ proof, signature });
}

function proofFault(proof: unknown): Refusal {
  if (!isRecord(proof)) return malformed('/proof', 'it is not an object');
  if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== CRYPTOSUITE) {
    const params = { type: shown(proof.type), cryptosuite: shown(proof.cryptosuite) };
    return credentialsCatalogue.refuse('CRED_CRYPTOSUITE', { path: '/proof/cryptosuite', params });
  }
  const [error] = proofShape.Errors(proof);
  return malformed(`/proof${error?.instancePath ?? ''}`, error?.message ?? 'it has another shape');
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 60) : 'nothing';
}

function sameContext(document: JsonObject, proof: JsonObject): boolean {
  const signed: JsonValue | undefined = proof['@context'];
  const present = document['@context'];
  if (signed === undefined) return true;
  if (present === undefined) return false;
  return sameItems(present, signed) || canonicalize(present) === canonicalize(signed);
}

/** Nearly every context is a list of addresses. */
function sameItems(left: JsonValue, right: JsonValue): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((item, index) => typeof item === 'string' && item === right[index]);
}

function malformed(path: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_PROOF_MALFORMED', { path, params: { detail } });
}
