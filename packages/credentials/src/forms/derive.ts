import {
  type Instant,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
  resolvePointer,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { credentialsCatalogue } from '../catalogue.ts';
import { algorithmOfKey } from '../jose/algorithm.ts';
import { discloseSdJwt } from '../sd-jwt/disclose.ts';
import { bindSdJwt } from '../sd-jwt/key-binding.ts';
import { contextLoader } from './contexts/loader.ts';
import type { ContextSet } from './contexts/pinned.ts';
import { isBaseProof } from './embedded/proof-value.ts';
import { type EmbeddedProof, readProofs } from './embedded/read-proofs.ts';
import { disclosingSuite } from './embedded/suites.ts';
import { isSelective } from './form.ts';
import type { Issued } from './issue.ts';
import { canonicalQuads } from './json-ld/canonical.ts';
import { jsonLdFault } from './json-ld/fault.ts';
import type { FormKey } from './keys/form-key.ts';
import { envelope, openSecured } from './open.ts';

export interface DeriveOptions {
  /** What to disclose beside what the issuer made mandatory: JSON pointers. */
  readonly selectivePointers: readonly string[];
  /** Which base proof to derive from, where there are several. */
  readonly proofId?: string | undefined;
  readonly contexts?: ContextSet | undefined;
  /** Bytes that a BBS proof is bound to. */
  readonly presentationHeader?: Uint8Array | undefined;
  /** Binds a token to the holder's key for one verifier (vc+sd-jwt). */
  readonly binding?:
    | { readonly key: FormKey; readonly nonce: string; readonly audience: string; readonly created: Instant }
    | undefined;
}

/**
 * Makes from a credential what its holder shows: only the members named, and those the issuer made mandatory
 * (ecdsa-sd-2023, bbs-2023, vc+sd-jwt). Refuses credentials of other forms, pointers that name nothing, and an empty selection.
 */
export async function deriveCredential(anything: unknown, options: DeriveOptions): Promise<Result<Issued>> {
  const opened = openSecured(anything, 'credential');
  if (!opened.ok) return opened;
  switch (opened.value.kind) {
    case 'sd-jwt':
      return deriveToken(opened.value.token, options);
    case 'jwt':
      return refused(notDerivable('a vc+jwt is shown whole'));
    default:
      return deriveEmbedded(opened.value.document, options);
  }
}

async function deriveToken(
  token: string,
  { selectivePointers, binding }: DeriveOptions,
): Promise<Result<Issued>> {
  const shown = discloseSdJwt(token, selectivePointers, nodeCrypto);
  if (!shown.ok) return shown;
  const bound = binding
    ? await bindSdJwt(shown.value, binding.key, nodeCrypto, {
        ...binding,
        alg: algorithmOfKey(binding.key.algorithm) ?? 'EdDSA',
      })
    : shown.value;
  return ok({ credential: envelope(bound, 'credential', 'application/vc+sd-jwt'), token: bound });
}

async function deriveEmbedded(document: JsonObject, options: DeriveOptions): Promise<Result<Issued>> {
  const proofs = readProofs(document);
  if (!proofs.ok) return proofs;
  const base = baseProofOf(proofs.value, options.proofId);
  if (!base.ok) return base;
  const { proof: _proofs, ...unsecured } = document;
  const missing = options.selectivePointers.find((pointer) => !stands(unsecured, pointer));
  if (missing !== undefined)
    return refused(
      credentialsCatalogue.refuse('CRED_POINTER', { params: { pointer: missing.slice(0, 200) } }),
    );
  return derived(unsecured, base.value, options);
}

async function derived(
  document: JsonObject,
  base: BaseProof,
  options: DeriveOptions,
): Promise<Result<Issued>> {
  const documentLoader = contextLoader(options.contexts);
  const { selectivePointers, presentationHeader } = options;
  try {
    await canonicalQuads(document, { documentLoader });
    const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
    const disclosure = {
      selectivePointers,
      ...(presentationHeader === undefined ? {} : { presentationHeader }),
    };
    const library = new DataIntegrityProof({ cryptosuite: await disclosingSuite(base.form, disclosure) });
    const credential = await library.derive({
      document: structuredClone(document),
      proofSet: [structuredClone(base.raw)],
      documentLoader,
      purpose: { term: base.proofPurpose },
    });
    return ok({ credential: credential as JsonObject });
  } catch (error) {
    return refused(jsonLdFault(error) ?? deriveFault(error, base));
  }
}

type BaseProof = EmbeddedProof & { readonly form: 'ecdsa-sd-2023' | 'bbs-2023' };

function baseProofOf(proofs: readonly EmbeddedProof[], id: string | undefined): Result<BaseProof> {
  const bases = proofs.filter(isBase).filter((proof) => id === undefined || proof.id === id);
  const [base] = bases;
  if (!base) return refused(notDerivable('it has no base proof of ecdsa-sd-2023 or bbs-2023'));
  return bases.length === 1
    ? ok(base)
    : refused(notDerivable('it has several base proofs; name one by its id'));
}

function isBase(proof: EmbeddedProof): proof is BaseProof {
  return isSelective(proof.form) && isBaseProof(proof.form, proof.proofValue);
}

function stands(document: JsonObject, pointer: string): boolean {
  return pointer.startsWith('/') && isDisclosable(resolvePointer(document, pointer));
}

function isDisclosable(value: unknown): boolean {
  return value !== undefined && (!isRecord(value) || Object.keys(value).length > 0);
}

/** Beside JSON-LD, a derivation fails over what was selected, or over a base proof that does not hold what it should. */
function deriveFault(error: unknown, { path }: BaseProof): Refusal {
  const message = error instanceof Error ? error.message : '';
  if (/Nothing selected/.test(message)) return credentialsCatalogue.refuse('CRED_NOTHING_DISCLOSED');
  return credentialsCatalogue.refuse('CRED_PROOF_VALUE', {
    path: `${path}/proofValue`,
    params: { detail: 'it does not hold what a base proof of this suite holds' },
  });
}

function notDerivable(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_NOT_DERIVABLE', { params: { detail } });
}
