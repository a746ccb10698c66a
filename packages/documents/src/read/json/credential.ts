import { isEnvelopedCredential, openDisclosed } from '@portolan/credentials';
import {
  below,
  type CryptoPort,
  isRecord,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { checkContents, checkDocumentShape } from '../../check/check-document.ts';
import { documentTypes, isDocumentType } from '../../schema/document.ts';
import { type ReadDocument, readDocumentOf } from '../read-document.ts';

const place = '/credentialSubject';

/** True for what means to be a verifiable credential, whether it is a sound one or not. */
export function isCredential(value: JsonObject): boolean {
  return (
    'credentialSubject' in value || isEnvelopedCredential(value) || ('@context' in value && 'proof' in value)
  );
}

/**
 * The document inside a credential, of a `vc+sd-jwt` as far as it is shown. Only its shape is checked here; the signature and all
 * else is verified elsewhere, and what contradicts itself is handed on as `faults`.
 */
export function readCredentialDocument(value: JsonObject, crypto: CryptoPort): Result<ReadDocument> {
  if (!isEnvelopedCredential(value)) return readSubject(value);
  const opened = openDisclosed(value, crypto);
  return opened.ok ? readSubject(opened.value.credential) : opened;
}

function readSubject(credential: JsonObject): Result<ReadDocument> {
  const types = (Array.isArray(credential.type) ? credential.type : [credential.type]).filter(isDocumentType);
  const [type] = types;
  if (!type || types.length > 1) return malformed('names no document type, or several', '/type');
  const subject = credential.credentialSubject;
  if (!isRecord(subject)) return malformed('has no single credentialSubject', place);
  const document = documentOfSubject(subject as JsonObject);
  const shape = below(place, checkDocumentShape(type, document));
  if (!shape.ok) return shape;
  const faults = below(place, checkContents(type, shape.value));
  return ok(readDocumentOf(type, shape.value, { '': place }, [], faults.ok ? [] : faults.refusals));
}

/** A credentialSubject without the members that belong to the credential and not to the document. */
export function documentOfSubject({ id, type, ...document }: JsonObject): JsonObject {
  return document;
}

function malformed(problem: string, path: string) {
  const params = { problem, choices: documentTypes.join(', ') };
  return refused(documentsCatalogue.refuse('DOC_CREDENTIAL_SHAPE', { path, params }));
}
