import { canonicalize, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { fromMultibase58 } from '../../multibase.ts';
import { hashData } from '../../proof/hash-data.ts';
import type { ProofTrust } from '../../verify/trust.ts';
import { contextLoader } from '../contexts/loader.ts';
import type { ContextSet } from '../contexts/pinned.ts';
import { isSelective } from '../form.ts';
import { canonicalQuads } from '../json-ld/canonical.ts';
import { jsonLdFault } from '../json-ld/fault.ts';
import type { WorkMeter } from '../json-ld/work.ts';
import type { FormSigningKey } from './proof-key.ts';
import { isBaseProof } from './proof-value.ts';
import type { EmbeddedProof } from './read-proofs.ts';
import { type LibraryForm, verifyingSuite } from './suites.ts';

const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';

/** What a graph is read with: contexts, and how much work may be done. */
interface GraphTrust {
  readonly contexts?: ContextSet | undefined;
  readonly work?: WorkMeter | undefined;
}

/**
 * Whether one proof fits the document it secures: the document without its proofs, and for a chained proof with those it
 * builds on (VC Data Integrity 1.0, section 4.4). Says nothing of whose the key is.
 */
export async function verifyProof(
  unsecured: JsonObject,
  proof: EmbeddedProof,
  proofs: readonly EmbeddedProof[],
  key: FormSigningKey,
  trust: GraphTrust & Pick<ProofTrust, 'crypto'>,
): Promise<Result<true>> {
  if (!sameContext(unsecured, proof.raw))
    return refused(credentialsCatalogue.refuse('CRED_CONTEXT_CHANGED', { path: '/@context' }));
  if (isSelective(proof.form) && isBaseProof(proof.form, proof.proofValue))
    return refused(credentialsCatalogue.refuse('CRED_BASE_PROOF', { path: proof.path }));
  const document = withPrevious(unsecured, proof, proofs);
  if (proof.form !== 'eddsa-jcs-2022') return byLibrary(document, proof, proof.form, key, trust);
  const { proofValue: _signature, ...config } = proof.raw;
  const message = hashData(trust.crypto, canonicalize(config), canonicalize(document));
  const signature = fromMultibase58(proof.proofValue) as Uint8Array;
  return (await trust.crypto.verifyEd25519(key.key.publicKey, message, signature))
    ? ok(true)
    : refused(invalid(proof, key));
}

/** A chained proof was made over the proofs it names (VC Data Integrity 1.0, section 4.3). */
export function withPrevious(
  unsecured: JsonObject,
  { previous }: Pick<EmbeddedProof, 'previous'>,
  proofs: readonly EmbeddedProof[],
): JsonObject {
  if (previous.length === 0) return unsecured;
  const matching = proofs.filter(({ id }) => id !== undefined && previous.includes(id));
  return { ...unsecured, proof: matching.map(({ raw }) => raw) };
}

async function byLibrary(
  document: JsonObject,
  proof: EmbeddedProof,
  form: LibraryForm,
  key: FormSigningKey,
  { contexts, work }: GraphTrust,
): Promise<Result<true>> {
  const curve = await pointFault(key, proof.path);
  if (curve) return refused(curve);
  const { id, controller, publicKeyMultibase } = key.method;
  const method = { '@context': MULTIKEY_CONTEXT, id, type: 'Multikey', controller, publicKeyMultibase };
  const documentLoader = contextLoader(contexts, new Map([[id, method]]));
  try {
    // The selective suites bring the graph into order by themselves, without a bound: tried here first.
    if (isSelective(form)) await canonicalQuads(document, { documentLoader }, work);
  } catch (error) {
    return refused(jsonLdFault(error) ?? invalid(proof, key));
  }
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
  const library = new DataIntegrityProof({ cryptosuite: await verifyingSuite(form, work) });
  const { verified, error } = await library.verifyProof({
    // The library writes into what it is given.
    proof: structuredClone(proof.raw),
    document: structuredClone(document),
    proofSet: [],
    documentLoader,
  });
  if (verified) return ok(true);
  return refused(jsonLdFault(error) ?? valueFault(error, proof) ?? invalid(proof, key));
}

/** The ECDSA library finds out only when it is given a key whether the point lies on the curve. */
async function pointFault({ key, method }: FormSigningKey, path: string): Promise<Refusal | undefined> {
  if (key.algorithm !== 'P-256' && key.algorithm !== 'P-384') return undefined;
  try {
    const { from } = await import('@digitalbazaar/ecdsa-multikey');
    await from({ type: 'Multikey', publicKeyMultibase: method.publicKeyMultibase });
    return undefined;
  } catch {
    const params = { method: method.id };
    return credentialsCatalogue.refuse('CRED_KEY_POINT', { path: `${path}/verificationMethod`, params });
  }
}

/** The graph suites take the document's context for the proof's own; the others sign the one that stands in the proof. */
function sameContext(document: JsonObject, proof: JsonObject): boolean {
  const signed = proof['@context'];
  if (signed === undefined) return true;
  const present = document['@context'];
  return present !== undefined && canonicalize(present) === canonicalize(signed);
}

function valueFault(error: unknown, { path }: EmbeddedProof): Refusal | undefined {
  if (!(error instanceof Error) || !/proofValue/.test(error.message)) return undefined;
  return credentialsCatalogue.refuse('CRED_PROOF_VALUE', {
    path: `${path}/proofValue`,
    params: { detail: 'it does not hold what a proof of this suite holds' },
  });
}

function invalid({ path }: EmbeddedProof, { document }: FormSigningKey): Refusal {
  return credentialsCatalogue.refuse('CRED_SIGNATURE_INVALID', {
    path: `${path}/proofValue`,
    params: { signer: document.id },
  });
}
