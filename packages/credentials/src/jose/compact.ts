import {
  fromBase64Url,
  isRecord,
  type JsonObject,
  ok,
  parseJson,
  type Refusal,
  type Result,
  refused,
  toBase64Url,
  utf8,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { keyOfAlgorithm } from './algorithm.ts';

/** A compact token (RFC 7515, section 7.1) taken apart; nothing is verified yet. */
export interface CompactToken {
  readonly header: JsonObject & { readonly alg: string };
  readonly payload: JsonObject;
  /** The text that was signed: header and payload as they came. */
  readonly signingInput: string;
  readonly signature: Uint8Array;
}

const MAX_LENGTH = 1_048_576;
/** Lengths of an EdDSA, ES256 or ES384 signature. */
const LENGTHS: Readonly<Record<string, number>> = { Ed25519: 64, 'P-256': 64, 'P-384': 96 };

/**
 * Takes a compact token apart. Refuses other forms, unsigned tokens, algorithms unknown here, critical extensions, payloads
 * that are not a JSON object, and signatures of another length than the algorithm's.
 */
export function readCompact(text: string): Result<CompactToken> {
  if (text.length > MAX_LENGTH) return refused(malformed(`it is longer than ${MAX_LENGTH} characters`));
  const parts = text.split('.');
  const [protectedPart = '', payloadPart = '', signaturePart = ''] = parts;
  if (parts.length !== 3) return refused(malformed(`it has ${parts.length} parts instead of 3`));
  const header = readPart(protectedPart, 'header');
  if (!header.ok) return header;
  const { alg } = header.value;
  if (typeof alg !== 'string') return refused(malformed('its header names no algorithm'));
  const fault = headerFault(alg, header.value);
  if (fault) return refused(fault);
  const payload = readPart(payloadPart, 'payload');
  if (!payload.ok) return payload;
  const signature = fromBase64Url(signaturePart);
  const length = LENGTHS[keyOfAlgorithm(alg) ?? ''];
  if (!signature || signature.length !== length)
    return refused(malformed(`the signature has ${signature?.length ?? 0} bytes instead of ${length}`));
  const signingInput = `${protectedPart}.${payloadPart}`;
  return ok({ header: { ...header.value, alg }, payload: payload.value, signingInput, signature });
}

/** The text to sign for a header and a payload (RFC 7515, section 5.1). */
export function signingInputOf(header: object, payload: object): string {
  return `${encoded(header)}.${encoded(payload)}`;
}

function encoded(value: object): string {
  return toBase64Url(utf8(JSON.stringify(value)));
}

function headerFault(alg: string, header: JsonObject): Refusal | undefined {
  const path = '/alg';
  if (alg.toLowerCase() === 'none') return credentialsCatalogue.refuse('CRED_JWT_ALG_NONE', { path });
  if (keyOfAlgorithm(alg) === undefined) {
    const params = { algorithm: alg.slice(0, 40) };
    return credentialsCatalogue.refuse('CRED_JWT_ALGORITHM', { path, params });
  }
  // No extension is understood here, so none may be critical (RFC 7515, section 4.1.11); b64 included (RFC 7797).
  if (header.crit === undefined && header.b64 === undefined) return undefined;
  const name = header.crit === undefined ? 'b64' : JSON.stringify(header.crit).slice(0, 80);
  return credentialsCatalogue.refuse('CRED_JWT_CRITICAL', { path: '/crit', params: { name } });
}

function readPart(part: string, name: string): Result<JsonObject> {
  const bytes = fromBase64Url(part);
  if (!bytes) return refused(malformed(`its ${name} is not base64url text`));
  const value = parseJson(bytes);
  if (!value.ok) return value;
  return isRecord(value.value)
    ? ok(value.value as JsonObject)
    : refused(malformed(`its ${name} is not a JSON object`));
}

function malformed(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_JWT_MALFORMED', { params: { detail } });
}
