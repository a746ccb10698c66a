import {
  type Instant,
  isRecord,
  joinPointer,
  ok,
  parseInstant,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { DidDocument, VerificationMethod } from './document.ts';
import { multikeyOfJwk } from './jwk.ts';

const MAX_METHODS = 100;
/** How the Multikey text of an Ed25519, P-256, P-384 or BLS12-381 key begins. */
const MULTIKEY = /^z(?:6Mk|Dn|82|UC7)/;

/**
 * Reads a published DID document (DID Core 1.0, section 5) of the DID that was asked for. Keys given as Multikey,
 * Ed25519VerificationKey2020 or JSON Web Key come out as Multikey; keys of algorithms unknown here are left out, since
 * nothing can use them. Refuses a document of another DID, doubled key ids and times that can't be read.
 */
export function parseDidDocument(value: unknown, did: string): Result<DidDocument> {
  if (!isRecord(value)) return refused(malformed('', 'it is not a JSON object'));
  if (value.id !== did) return refused(malformed('/id', `its id is not ${did}`));
  const declared = list(value.verificationMethod);
  const embedded = [
    ...list(value.assertionMethod),
    ...list(value.authentication),
    ...list(value.capabilityInvocation),
    ...list(value.capabilityDelegation),
  ].filter(isRecord);
  if (declared.length + embedded.length > MAX_METHODS)
    return refused(malformed('', `it has more than ${MAX_METHODS} keys`));
  const methods: VerificationMethod[] = [];
  for (const [index, raw] of [...declared, ...embedded].entries()) {
    const method = parseMethod(raw, did, joinPointer('verificationMethod', index));
    if (!method.ok) return method;
    if (method.value) methods.push(method.value);
  }
  const doubled = methods.find(({ id }, index) => methods.findIndex((other) => other.id === id) !== index);
  if (doubled) return refused(malformed('/verificationMethod', `the key ${doubled.id} stands twice`));
  return ok({
    id: did,
    verificationMethod: methods,
    assertionMethod: references(value.assertionMethod, did),
    authentication: references(value.authentication, did),
    ...optional('capabilityInvocation', value, did),
    ...optional('capabilityDelegation', value, did),
  });
}

function parseMethod(raw: unknown, did: string, path: string): Result<VerificationMethod | undefined> {
  if (!isRecord(raw) || typeof raw.id !== 'string') return refused(malformed(path, 'a key has no id'));
  const publicKeyMultibase = keyText(raw);
  if (publicKeyMultibase === undefined) return ok(undefined);
  const times = parseTimes(raw, path);
  if (!times.ok) return times;
  return ok({
    id: absolute(raw.id, did),
    type: 'Multikey',
    controller: typeof raw.controller === 'string' ? raw.controller : did,
    publicKeyMultibase,
    ...times.value,
  });
}

function keyText({ publicKeyMultibase, publicKeyJwk }: Record<string, unknown>): string | undefined {
  if (typeof publicKeyMultibase === 'string')
    return MULTIKEY.test(publicKeyMultibase) ? publicKeyMultibase : undefined;
  const multikey = multikeyOfJwk(publicKeyJwk);
  return multikey.ok ? multikey.value : undefined;
}

type Times = Partial<Record<'validFrom' | 'expires' | 'revoked', Instant>>;

function parseTimes(raw: Record<string, unknown>, path: string): Result<Times> {
  const times: Times = {};
  for (const name of ['validFrom', 'expires', 'revoked'] as const) {
    if (raw[name] === undefined) continue;
    const time = parseInstant(raw[name], path + joinPointer(name));
    if (!time.ok) return time;
    times[name] = time.value;
  }
  return ok(times);
}

function optional(
  purpose: 'capabilityInvocation' | 'capabilityDelegation',
  document: Record<string, unknown>,
  did: string,
): Partial<DidDocument> {
  return document[purpose] === undefined ? {} : { [purpose]: references(document[purpose], did) };
}

function references(value: unknown, did: string): string[] {
  return list(value).flatMap((item) => {
    const id = isRecord(item) ? item.id : item;
    return typeof id === 'string' ? [absolute(id, did)] : [];
  });
}

/** A relative DID URL, `#key-1`, is read against the document's own DID (DID Core 1.0, section 3.2.2). */
function absolute(id: string, did: string): string {
  return id.startsWith('#') ? did + id : id;
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function malformed(path: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_DID_DOCUMENT_MALFORMED', { path, params: { detail } });
}
