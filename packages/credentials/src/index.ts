export { credentialsCatalogue } from './catalogue.ts';
export {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  CredentialSchema,
  documentTypesOf,
  issuerOf,
  PORTOLAN_CONTEXT,
  readCredential,
  type UnsignedCredential,
  type VerifiableCredential,
} from './credential/credential.ts';
export { issueCredential } from './credential/issue.ts';
export { type Did, didOfUrl, isDid } from './did/did.ts';
export { didKeyMethod, didKeyOf, isDidKey, resolveDidKey } from './did/did-key.ts';
export { didWebOf, didWebUrl, isDidWeb } from './did/did-web.ts';
export {
  type DidDocument,
  didDocumentJson,
  didDocumentOf,
  type KeyPurpose,
  type VerificationMethod,
} from './did/document.ts';
export { fromMultikey, toMultikey } from './did/multikey.ts';
export { parseDidDocument } from './did/parse-document.ts';
export { type SignDocumentOptions, signDocument } from './document/sign-document.ts';
export { type DocumentTrust, type VerifiedDocument, verifyDocument } from './document/verify-document.ts';
export {
  type PresentationRequest,
  PresentationSchema,
  signPresentation,
  type VerifiablePresentation,
} from './presentation/presentation.ts';
export { type PresentationVerdict, verifyPresentation } from './presentation/verify-presentation.ts';
export type { Signed } from './proof/add-proof.ts';
export { type DataIntegrityProof, ProofSchema } from './proof/proof.ts';
export type { Signer } from './proof/signer.ts';
export { type SigningTime, SigningTimeSchema } from './proof/signing-time.ts';
export { createStatusList, MINIMUM_ENTRIES, readStatus, setStatus } from './status/bitstring.ts';
export { decodeStatusList, encodeStatusList } from './status/encoding.ts';
export { parseStatusEntry, type StatusEntry, type StatusPurpose, statusEntry } from './status/entry.ts';
export { LIST_TYPE, type StatusListOptions, statusListCredential } from './status/list-credential.ts';
export { type StatusSnapshot, verifyStatusList } from './status/snapshot.ts';
export type { AccreditationAnswer, ProofTrust, SchemaCheck, Trust } from './verify/trust.ts';
export {
  type Custody,
  type Fragment,
  type FragmentName,
  FragmentSchema,
  fragmentOf,
  type Verdict,
  VerdictSchema,
  verdictRefusals,
} from './verify/verdict.ts';
export { verifyCredential } from './verify/verify-credential.ts';
