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
export { type DidCache, didCache } from './did/cache.ts';
export { type Did, didOfUrl, isDid } from './did/did.ts';
export { didJwkMethod, didJwkOf, isDidJwk, resolveDidJwk } from './did/did-jwk.ts';
export { didKeyMethod, didKeyOf, isDidKey, resolveDidKey } from './did/did-key.ts';
export { didWebOf, didWebUrl, isDidWeb } from './did/did-web.ts';
export {
  type DidDocument,
  didDocumentJson,
  didDocumentOf,
  type KeyPurpose,
  type VerificationMethod,
} from './did/document.ts';
export { uncompressedPoint } from './did/ec-point.ts';
export { multikeyOfJwk } from './did/jwk.ts';
export {
  fromMultikey,
  type KeyAlgorithm,
  keyAlgorithms,
  multikeyOf,
  type RawKey,
  readMultikey,
  toMultikey,
} from './did/multikey.ts';
export { parseDidDocument } from './did/parse-document.ts';
export { isDidWebvh, type WebvhAddress, webvhAddress } from './did/webvh/address.ts';
export { webvhDocument, webvhDocumentAt } from './did/webvh/document.ts';
export {
  verifyWebvhLog,
  type WebvhHistory,
  type WebvhLog,
  type WebvhVersion,
} from './did/webvh/verify-log.ts';
export { type SignDocumentOptions, signDocument, signDocumentText } from './document/sign-document.ts';
export { type DocumentTrust, type VerifiedDocument, verifyDocument } from './document/verify-document.ts';
export { type EvidenceFile, EvidenceFileSchema, makeEvidence, readEvidence } from './evidence/file.ts';
export {
  CREDENTIALS_CONTEXT_1,
  credentialFaults,
  type ModelVersion,
  modelVersionOf,
} from './model/check-credential.ts';
export { credentialsOf, holderOf, presentationFaults } from './model/check-presentation.ts';
export { guardJson } from './model/guard.ts';
export {
  type PresentationRequest,
  PresentationSchema,
  signPresentation,
  type VerifiablePresentation,
} from './presentation/presentation.ts';
export { type PresentationVerdict, verifyPresentation } from './presentation/verify-presentation.ts';
export type { Signed, SignedText } from './proof/add-proof.ts';
export { type DataIntegrityProof, ProofSchema } from './proof/proof.ts';
export { readProof, type SecuredDocument } from './proof/read-proof.ts';
export type { Signer } from './proof/signer.ts';
export { type SigningTime, SigningTimeSchema } from './proof/signing-time.ts';
export {
  type DisclosedCredential,
  disclosedCredential,
  envelopedCredential,
  type HideableMember,
  hideableIn,
  isEnvelopedCredential,
  openDisclosed,
  originalDigest,
  shownInPart,
} from './sd-jwt/credential.ts';
export { discloseSdJwt } from './sd-jwt/disclose.ts';
export { issueSdJwt, type SdJwtOptions } from './sd-jwt/issue.ts';
export { type BindingRequest, bindSdJwt } from './sd-jwt/key-binding.ts';
export {
  createStatusList,
  MINIMUM_ENTRIES,
  readStatus,
  readStatusValue,
  setStatus,
  setStatusValue,
} from './status/bitstring.ts';
export { decodeStatusList, encodeStatusList } from './status/encoding.ts';
export {
  ENTRY_TYPE,
  type NotePurpose,
  parseStatusEntry,
  parseStatusNote,
  type StatusEntry,
  type StatusNoteEntry,
  type StatusPurpose,
  statusEntry,
  statusNoteEntry,
} from './status/entry.ts';
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
