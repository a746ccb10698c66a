import { disclosedCredential, type Verdict } from '@portolan/credentials';
import { documentOfSubject, type Evidence, isDocumentType, type ReadFile } from '@portolan/documents';
import { isRecord, type JsonObject, type Refusal } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';

/** A credential as evidence, of a `vc+sd-jwt` what its holder shows; undefined when its subject is no document that this node reads. */
export function signedEvidence(
  credential: JsonObject,
  verdict: Verdict,
  fileName?: string | null,
): Evidence | undefined {
  const type = verdict.types.find(isDocumentType);
  const subject = disclosedCredential(credential, nodeCrypto).credentialSubject;
  if (!type || !isRecord(subject)) return undefined;
  const document = documentOfSubject(subject as JsonObject);
  return {
    digest: verdict.digest,
    ...(verdict.original ? { original: verdict.original } : {}),
    type,
    document,
    class: 'signed',
    issuer: verdict.issuer,
    signedAt: verdict.signedAt.instant,
    verdict,
    ...(fileName ? { fileName } : {}),
  } as unknown as Evidence;
}

/** A file that nobody signed, as evidence. A file is one document: readers give it as the first of their list. */
export function importedEvidence(file: ReadFile): Evidence {
  const [first] = file.documents;
  if (!first) throw new Error('a file was read without a document in it');
  const evidence = {
    digest: file.digest,
    type: first.type,
    document: first.document,
    class: 'imported',
    fileName: file.name,
    origins: first.origins,
  } as Evidence;
  if (first.notices.length > 0) notices.set(evidence, first.notices);
  return evidence;
}

/** What readers told of files beside their documents. It is no part of the evidence: nothing is computed with it. */
const notices = new WeakMap<Evidence, readonly Refusal[]>();

/** What of its file a piece of evidence did not take over, as its reader told; nothing for credentials. */
export function noticesOf(evidence: Evidence): readonly Refusal[] {
  return notices.get(evidence) ?? [];
}
