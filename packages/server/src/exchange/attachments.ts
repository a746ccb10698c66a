import { readProof, type SecuredDocument } from '@portolan/credentials';
import {
  type CryptoPort,
  type Digest,
  digestBytes,
  digestJson,
  fromBase64,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { exchangeCatalogue } from './catalogue.ts';
import type { Parcel } from './envelope.ts';
import type { ReceivedFile } from './received.ts';

export interface Attachments {
  readonly credentials: Map<Digest, JsonObject>;
  /** The credentials taken apart, so that nobody who checks or keeps them does it again. */
  readonly secured: Map<Digest, SecuredDocument>;
  readonly files: Map<Digest, ReceivedFile>;
}

/**
 * What a parcel carries, by digests computed here. Refuses an attachment that the signature doesn't name. A named
 * one that isn't carried may be held by the receiver already; `missingAttachments` says which are.
 */
export function readAttachments(crypto: CryptoPort, parcel: Parcel): Result<Attachments> {
  const named = new Set<string>(parcel.envelope.attachments);
  const refusals: Refusal[] = [];
  const credentials = new Map<Digest, JsonObject>();
  const secured = new Map<Digest, SecuredDocument>();
  for (const [index, credential] of parcel.credentials.entries()) {
    const taken = readProof(credential, crypto);
    const digest = taken.ok ? taken.value.digest : digestJson(crypto, credential);
    if (named.has(digest)) {
      credentials.set(digest, credential);
      if (taken.ok) secured.set(digest, taken.value);
    } else refusals.push(unnamed(digest, `/credentials/${index}`));
  }
  const files = new Map<Digest, ReceivedFile>();
  for (const [index, { name, mediaType, content }] of parcel.files.entries()) {
    const bytes = fromBase64(content);
    const path = `/files/${index}/content`;
    if (!bytes) refusals.push(notBase64(path));
    else {
      const digest = digestBytes(crypto, bytes);
      if (named.has(digest)) files.set(digest, { digest, name, bytes, ...(mediaType ? { mediaType } : {}) });
      else refusals.push(unnamed(digest, path));
    }
  }
  return refusals.length > 0 ? refused(refusals) : ok({ credentials, secured, files });
}

/** The digests that an envelope names and does not carry. */
export function absentAttachments(
  parcel: Parcel,
  { credentials, files }: Pick<Attachments, 'credentials' | 'files'>,
): Digest[] {
  return parcel.envelope.attachments.filter((digest) => !credentials.has(digest) && !files.has(digest));
}

export function attachmentMissing(digest: string, index: number): Refusal {
  return exchangeCatalogue.refuse('NODE_ATTACHMENT_MISSING', {
    path: `/envelope/attachments/${index}`,
    params: { digest },
  });
}

function unnamed(digest: Digest, path: string): Refusal {
  return exchangeCatalogue.refuse('NODE_ATTACHMENT_UNNAMED', { path, params: { digest } });
}

function notBase64(path: string): Refusal {
  return exchangeCatalogue.refuse('NODE_ENVELOPE_SHAPE', {
    path,
    params: { detail: 'the content of a file is base64' },
  });
}
