import { envelopedCredential, issueSdJwt, type Signer, type UnsignedCredential } from '@portolan/credentials';
import { checkDocument, type DocumentType, hideableMembers, withoutMembers } from '@portolan/documents';
import { type Instant, type JsonObject, ok, type Result, refused, resolvePointer } from '@portolan/kernel';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext } from '../context.ts';

/**
 * What the holder may hide of a document: what the issuer names, or else what is between the parties alone in a document of its
 * type. Refuses pointers under which nothing stands, and those without which the document would not be one any more: whoever is
 * shown the rest could not use it.
 */
export function hideableOf(
  type: DocumentType,
  document: JsonObject,
  named: readonly string[] = hideableMembers(type, document),
): Result<readonly string[]> {
  if (named.length === 0)
    return refused(
      credentialServiceCatalogue.refuse('NODE_NOTHING_TO_HIDE', { path: '/hideable', params: { type } }),
    );
  const bad = named.findIndex(
    (pointer) =>
      resolvePointer(document, pointer) === undefined ||
      !checkDocument(type, withoutMembers(document, [pointer])).ok,
  );
  if (bad >= 0) {
    const params = { type, pointer: (named[bad] as string).slice(0, 200) };
    return refused(
      credentialServiceCatalogue.refuse('NODE_NOT_HIDEABLE', { path: `/hideable/${bad}`, params }),
    );
  }
  return ok(named);
}

/** Signs a credential as `vc+sd-jwt`, in the envelope that carries the token; the pointers are into the document. */
export async function signHideable(
  { crypto }: Pick<CredentialContext, 'crypto'>,
  unsigned: UnsignedCredential,
  signer: Signer,
  created: Instant,
  hideable: readonly string[],
): Promise<JsonObject> {
  const disclosable = hideable.map((pointer) => `/credentialSubject${pointer}`);
  const token = await issueSdJwt(unsigned as unknown as JsonObject, signer, crypto, { created, disclosable });
  // Each pointer was found in the document before.
  if (!token.ok) throw new Error(token.refusals[0]?.message);
  return envelopedCredential(token.value);
}
