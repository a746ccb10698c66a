import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import {
  constantTimeEqual,
  fromBase64,
  fromBase64Url,
  ok,
  type Result,
  refused,
  utf8,
} from '@portolan/kernel';
import { delegatedCatalogue } from './catalogue.ts';

/** What a signed request says about itself, its form checked; whether the signature fits is for whoever knows the key. */
export interface SignedRequest {
  /** DID URL of the key. */
  readonly keyId: string;
  readonly signature: Uint8Array;
  /** The text that was signed. */
  readonly signed: Uint8Array;
  /** Seconds since 1970. */
  readonly created: number;
  readonly expires: number;
  /** The capability as JSON text. */
  readonly capability: string;
  readonly action: string;
}

/** A request as it came. */
export interface RawRequest {
  readonly method: string;
  /** Path with its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The bytes of the body, where there is one. */
  readonly body: Uint8Array | undefined;
}

const ALWAYS = ['(key-id)', '(created)', '(expires)', '(request-target)', 'host', 'capability-invocation'];
const WITH_BODY = ['content-type', 'digest'];
const PARAMETER = /([a-z]+)="([^"]{0,4096})"|(created|expires)=(\d{1,12})/gi;
/** Bytes of the largest capability, unpacked: five links with all their caveats stay far below. */
const MAX_CAPABILITY = 256 * 1024;

/**
 * Reads the invocation of a capability by a signed HTTP request, as the field's libraries make it: `Authorization: Signature`
 * over the request's head and the digest of its body, `Capability-Invocation: zcap capability="…"` with the capability packed
 * by gzip. Refuses signatures that leave something uncovered, and bodies that their digest does not fit.
 */
export function readSignedRequest(request: RawRequest): Result<SignedRequest> {
  const [, parameters] = /^Signature +(.+)$/i.exec(headerOf(request, 'authorization') ?? '') ?? [];
  if (parameters === undefined) return missing('it has no header Authorization: Signature');
  const { keyid, headers, signature, created, expires } = parametersOf(parameters);
  if (!keyid || !headers || !signature) return missing('keyId, headers or signature is not named');
  const covered = headers.toLowerCase().split(' ');
  const uncovered = [...ALWAYS, ...(request.body ? WITH_BODY : [])].find((name) => !covered.includes(name));
  if (uncovered)
    return refused(
      delegatedCatalogue.refuse('NODE_ZCAP_SIGNATURE_COVERS', { params: { header: uncovered } }),
    );
  const bytes = fromBase64(signature);
  const [from, until] = [Number(created), Number(expires)];
  if (!bytes || !Number.isSafeInteger(from) || !Number.isSafeInteger(until))
    return missing('its signature or its times cannot be read');
  const lines = signedLines(request, covered, { keyid, created, expires });
  if (typeof lines !== 'string') return missing(`the header ${lines.absent} is signed and does not stand`);
  if (request.body && !fitsDigest(headerOf(request, 'digest') ?? '', request.body))
    return refused(
      delegatedCatalogue.refuse('NODE_ZCAP_SIGNATURE_INVALID', {
        params: { reason: 'the digest is not that of the body' },
      }),
    );
  const invoked = invocationOf(headerOf(request, 'capability-invocation') ?? '');
  if (!invoked) return missing('its header Capability-Invocation holds no capability and action');
  return ok({
    ...{ keyId: keyid, signature: bytes, signed: utf8(lines), created: from, expires: until },
    ...invoked,
  });
}

function parametersOf(text: string): Partial<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name, quoted, time, seconds] of text.matchAll(PARAMETER))
    found[(name ?? time ?? '').toLowerCase()] ??= quoted ?? seconds ?? '';
  return found;
}

/** The text under the signature (Signing HTTP Messages, section 2.3): a line for each name, in their order. */
function signedLines(
  request: RawRequest,
  covered: readonly string[],
  { keyid, created, expires }: Partial<Record<string, string>>,
): string | { readonly absent: string } {
  const special: Readonly<Record<string, string | undefined>> = {
    '(key-id)': keyid,
    '(created)': created,
    '(expires)': expires,
    '(request-target)': `${request.method.toLowerCase()} ${request.url}`,
  };
  const lines: string[] = [];
  for (const name of covered) {
    const value = special[name] ?? headerOf(request, name);
    if (value === undefined) return { absent: name.slice(0, 60) };
    lines.push(`${name}: ${value}`);
  }
  return lines.join('\n');
}

function headerOf({ headers }: RawRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value?.trim();
}

/** Either spelling of the field: `mh=` with a multihash in base64url, or `SHA-256=` in base64 (RFC 3230). */
function fitsDigest(header: string, body: Uint8Array): boolean {
  const expected = createHash('sha256').update(body).digest();
  const [, multihash, plain] = /^(?:mh=u([\w-]+)|SHA-256=([\w+/]+=*))$/i.exec(header) ?? [];
  const given = multihash === undefined ? fromBase64(plain ?? '') : fromBase64Url(multihash);
  if (!given) return false;
  if (multihash === undefined) return constantTimeEqual(given, expected);
  return given[0] === 0x12 && given[1] === 32 && constantTimeEqual(given.subarray(2), expected);
}

function invocationOf(header: string): Pick<SignedRequest, 'capability' | 'action'> | undefined {
  const [, packed = '', action = ''] =
    /^zcap +capability="([\w-]+)" *, *action="([a-z]{1,20})"$/i.exec(header) ?? [];
  const bytes = fromBase64Url(packed);
  if (!bytes || packed === '') return undefined;
  try {
    return { capability: gunzipSync(bytes, { maxOutputLength: MAX_CAPABILITY }).toString(), action };
  } catch {
    // Not gzip, cut off, or a bomb: none of them is a capability.
    return undefined;
  }
}

function missing(reason: string): Result<never> {
  return refused(delegatedCatalogue.refuse('NODE_ZCAP_SIGNATURE_MISSING', { params: { reason } }));
}
