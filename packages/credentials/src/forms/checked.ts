import type { Instant, JsonObject, Refusal, Result } from '@portolan/kernel';
import type { DataIntegrityProof } from '../proof/proof.ts';
import type { FormSigningKey } from './embedded/proof-key.ts';
import type { ProofForm } from './form.ts';

/** One signature on a document: whose key, and whether it fits. */
export interface CheckedSignature {
  readonly form: ProofForm;
  readonly path: string;
  /** The key as the document names it, resolved; refused when it is not known or of another kind. */
  readonly key: Result<FormSigningKey>;
  /** Whether the signature fits the content and was made for the purpose. */
  readonly integrity: Result<true>;
  readonly dates: Pick<DataIntegrityProof, 'created' | 'expires'>;
  /** Of a token: before when it counts for nothing. */
  readonly notBefore?: Instant | undefined;
  readonly purpose?: string;
  readonly challenge?: unknown;
  readonly domain?: unknown;
}

/** A secured document, opened: what it says, and every signature on it. */
export interface CheckedDocument {
  readonly document: JsonObject;
  readonly signatures: readonly CheckedSignature[];
  /** What is wrong with the way it is secured, beside the signatures. */
  readonly refusals: readonly Refusal[];
}
