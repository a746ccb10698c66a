import {
  type CryptoPort,
  type Digest,
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  parseJson,
  type Result,
  refused,
} from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { unknownType } from '../../check/check-document.ts';
import { documentTypes, isDocumentType } from '../../schema/document.ts';
import { type DcsaFormat, readDcsa } from '../dcsa/read-dcsa.ts';
import { type ReadDocument, readDocument } from '../read-document.ts';
import { maxFileBytes } from '../source-text.ts';
import { isCredential, readCredentialDocument } from './credential.ts';
import { detectType } from './detect-type.ts';
import { isEpcis, readEpcis } from './epcis.ts';

export interface JsonReading {
  readonly format: 'credential' | 'json' | 'epcis' | DcsaFormat;
  readonly value: JsonValue;
  readonly documents: readonly ReadDocument[];
  readonly credential?: JsonObject;
}

/**
 * Reads JSON: a credential with a document in its subject, EPCIS events, a message of DCSA, or a plain document named by
 * "type" or by its shape.
 */
export function readJson(text: string, crypto: CryptoPort): Result<JsonReading> {
  const parsed = parseJson(text, { maxBytes: maxFileBytes, maxDepth: 64 });
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (isEpcis(value)) {
    const document = readEpcis(value);
    return document.ok ? ok({ format: 'epcis', value, documents: [document.value] }) : document;
  }
  const dcsa = isTyped(value) ? undefined : readDcsa(value);
  if (dcsa) return dcsa.ok ? ok({ ...dcsa.value, value }) : dcsa;
  if (!isRecord(value)) return refused(undetected());
  const object = value as JsonObject;
  if (isCredential(object)) {
    const document = readCredentialDocument(object, crypto);
    return document.ok
      ? ok({ format: 'credential', value, documents: [document.value], credential: object })
      : document;
  }
  const document = readPlain(object);
  return document.ok ? ok({ format: 'json', value, documents: [document.value] }) : document;
}

/** Documents of our own say their type, and credentials are what they say. */
function isTyped(value: JsonValue): boolean {
  return isRecord(value) && ('credentialSubject' in value || isDocumentType(value.type));
}

/** Where a document of our own was read from: the digest of the file, which its digest so vouches for. */
export const READ_FROM = 'readFrom';

/** The digest of the file that a plain document was read from; nothing where it says none. */
export function readFromOf(value: JsonValue): Digest | undefined {
  const from = isRecord(value) ? value[READ_FROM] : undefined;
  return typeof from === 'string' && isDigest(from) ? from : undefined;
}

function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

function readPlain(value: JsonObject): Result<ReadDocument> {
  const { type, ...rest } = value;
  const { [READ_FROM]: _, ...unsourced } = rest;
  const members = readFromOf(value) === undefined ? rest : unsourced;
  if (type !== undefined && !isDocumentType(type)) return refused(unknownType(type, '/type'));
  const known = type ?? detectType(members);
  if (!known) return refused(undetected());
  return readDocument(known, { value: members, origins: { '': '' }, aside: [] });
}

function undetected() {
  return documentsCatalogue.refuse('DOC_TYPE_UNDETECTED', { params: { choices: documentTypes.join(', ') } });
}
