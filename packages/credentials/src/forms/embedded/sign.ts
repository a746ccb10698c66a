import {
  canonicalize,
  type Instant,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { credentialsCatalogue } from '../../catalogue.ts';
import { readMultikey } from '../../did/multikey.ts';
import { toMultibase58 } from '../../multibase.ts';
import { hashData } from '../../proof/hash-data.ts';
import { contextLoader } from '../contexts/loader.ts';
import type { ContextSet } from '../contexts/pinned.ts';
import { algorithmsOf, type EmbeddedForm, isSelective, type ProofForm } from '../form.ts';
import { canonicalQuads } from '../json-ld/canonical.ts';
import { jsonLdFault } from '../json-ld/fault.ts';
import type { FormKey } from '../keys/form-key.ts';
import { type EmbeddedProof, readProofs } from './read-proofs.ts';
import { type LibraryForm, signingSuite } from './suites.ts';
import { withPrevious } from './verify-proof.ts';

export interface EmbeddedOptions {
  /** When the signer says it signed: information only. */
  readonly created: Instant;
  readonly purpose: 'assertionMethod' | 'authentication';
  readonly expires?: Instant | undefined;
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
  /** An id for the proof, so that a later one can build on it. */
  readonly proofId?: string | undefined;
  /** The ids of the proofs this one is signed over. */
  readonly previousProof?: string | readonly string[] | undefined;
  /** What the holder must always show (ecdsa-sd-2023 and bbs-2023): JSON pointers. */
  readonly mandatoryPointers?: readonly string[] | undefined;
  readonly contexts?: ContextSet | undefined;
}

/** Whether the key is of a kind that makes the form. */
export function checkSuiteKey(form: ProofForm, { algorithm }: FormKey): Result<true> {
  const expected = algorithmsOf(form);
  if (expected.includes(algorithm)) return ok(true);
  const params = { form, algorithm, expected: expected.join(' or ') };
  return refused(credentialsCatalogue.refuse('CRED_SUITE_KEY', { params }));
}

/**
 * Adds a proof to a JSON-LD document, beside those it has already: a set, or a chain with `previousProof` (VC Data Integrity
 * 1.0, sections 4.2 and 4.3). Refuses a key of another kind, a chain without its links, and documents that are not JSON-LD.
 */
export async function signEmbedded(
  form: EmbeddedForm,
  document: JsonObject,
  key: FormKey,
  options: EmbeddedOptions,
): Promise<Result<JsonObject>> {
  const fits = checkSuiteKey(form, key);
  if (!fits.ok) return fits;
  const { proof: present, ...unsecured } = document;
  const before = present === undefined ? ok<EmbeddedProof[]>([]) : readProofs(document);
  if (!before.ok) return before;
  const previous = [options.previousProof ?? []].flat();
  const missing = previous.find((id) => !before.value.some((proof) => proof.id === id));
  if (missing !== undefined) return refused(chain(missing));
  const base = withPrevious(unsecured, { previous }, before.value);
  const proof =
    form === 'eddsa-jcs-2022'
      ? ok(await ownProof(base, key, options))
      : await libraryProof(form, base, key, options);
  if (!proof.ok) return proof;
  const proofs = [...before.value.map(({ raw }) => raw), proof.value];
  return ok({ ...unsecured, proof: proofs.length === 1 ? (proofs[0] as JsonObject) : proofs });
}

/** eddsa-jcs-2022, as this house makes it (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.1). */
async function ownProof(document: JsonObject, key: FormKey, options: EmbeddedOptions): Promise<JsonObject> {
  const context = document['@context'];
  const config = {
    ...(context === undefined ? {} : { '@context': context }),
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: options.created,
    verificationMethod: key.verificationMethod,
    ...described(options),
  } as JsonObject;
  const message = hashData(nodeCrypto, canonicalize(config), canonicalize(document));
  return { ...config, proofValue: toMultibase58(await key.sign(message)) };
}

async function libraryProof(
  form: LibraryForm,
  document: JsonObject,
  key: FormKey,
  options: EmbeddedOptions,
): Promise<Result<JsonObject>> {
  const documentLoader = contextLoader(options.contexts);
  try {
    if (isSelective(form)) await canonicalQuads(document, { documentLoader });
    const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
    const library = new DataIntegrityProof({
      signer: librarySigner(key),
      date: options.created,
      cryptosuite: await signingSuite(form, options.mandatoryPointers ?? []),
    });
    const purpose = {
      term: options.purpose,
      update: async (proof: object) => ({ ...proof, ...described(options) }),
    };
    const input = structuredClone(document);
    const proof = await library.createProof({ document: input, proofSet: [], documentLoader, purpose });
    return ok(proof as JsonObject);
  } catch (error) {
    const fault = jsonLdFault(error) ?? pointerFault(error, options);
    if (fault) return refused(fault);
    throw error;
  }
}

/** The members of a proof that the caller decides. */
function described(options: EmbeddedOptions): Record<string, unknown> {
  const { purpose, proofId, previousProof, expires, challenge, domain } = options;
  const members = { proofPurpose: purpose, id: proofId, previousProof, expires, challenge, domain };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A key as the libraries want it. */
export function librarySigner(key: FormKey): LibrarySigner {
  const { signMessages } = key;
  const signer = { id: key.verificationMethod, algorithm: key.algorithm as string };
  if (key.algorithm !== 'BLS12-381-G2' || !signMessages)
    return { ...signer, sign: async ({ data }) => key.sign(data) };
  const raw = readMultikey(key.publicKeyMultibase);
  if (!raw.ok) throw new TypeError('the key is no Multikey');
  return {
    ...signer,
    algorithm: 'BBS-BLS12-381-SHA-256',
    publicKey: raw.value.publicKey,
    sign: async ({ data }) => key.sign(data),
    multisign: ({ header, messages }) => signMessages(header, messages),
  };
}

/** The selective suites say in words when a pointer names nothing. */
export function pointerFault(
  error: unknown,
  { mandatoryPointers = [] }: Pick<EmbeddedOptions, 'mandatoryPointers'>,
): Refusal | undefined {
  if (!(error instanceof Error) || !/pointer/i.test(error.message)) return undefined;
  const pointer =
    mandatoryPointers.find((text) => error.message.includes(text)) ?? mandatoryPointers.join(', ');
  return credentialsCatalogue.refuse('CRED_POINTER', { params: { pointer: pointer.slice(0, 200) } });
}

function chain(previous: string): Refusal {
  return credentialsCatalogue.refuse('CRED_PROOF_CHAIN', { params: { previous: previous.slice(0, 100) } });
}
