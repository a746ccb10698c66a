import type { FormKey } from '@portolan/credentials/forms';
import { fromBase64Url, isRecord, parseJson, toBase64Url } from '@portolan/kernel';
import type { NodeConfig } from '../config.ts';
import type { KeyAlgorithm, KeyService } from './key-service.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;
const MULTIKEY = /^z[1-9A-HJ-NP-Za-km-z]{40,200}$/;

/** The key service that a node is started with, if any. */
export function keyServiceOf(config: Pick<NodeConfig, 'keyService' | 'keyServiceToken'>): {
  readonly service?: KeyService;
} {
  if (config.keyService === undefined) return {};
  return { service: httpKeyService(config.keyService, config.keyServiceToken) };
}

/**
 * A key service over HTTP, in three calls that any vault can be wrapped in: `POST keys {algorithm}` and `GET keys/<public key>`
 * answer `{algorithm, publicKeyMultibase}`; `POST keys/<public key>/sign {message}` or `{header, messages}` answers `{signature}`;
 * bytes as base64url. The bearer token is sent with each and written nowhere.
 */
export function httpKeyService(address: string, token?: string): KeyService {
  const base = address.endsWith('/') ? address : `${address}/`;
  const call = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await fetch(new URL(path, base), {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`the key service answered ${response.status}`);
    const parsed = parseJson(new Uint8Array(await response.arrayBuffer()), { maxBytes: MAX_BYTES });
    if (!parsed.ok || !isRecord(parsed.value)) throw new Error('the key service answered no JSON object');
    return parsed.value;
  };
  const sign = async (key: string, body: object): Promise<Uint8Array> => {
    const { signature } = await call('POST', `keys/${key}/sign`, body);
    const bytes = typeof signature === 'string' ? fromBase64Url(signature) : undefined;
    if (!bytes) throw new Error('the key service answered no signature');
    return bytes;
  };
  const keyOf = ({ algorithm, publicKeyMultibase }: Record<string, unknown>): FormKey => {
    if (typeof publicKeyMultibase !== 'string' || !MULTIKEY.test(publicKeyMultibase))
      throw new Error('the key service answered no public key');
    const did = `did:key:${publicKeyMultibase}`;
    const key = {
      did,
      verificationMethod: `${did}#${publicKeyMultibase}`,
      algorithm: algorithm as KeyAlgorithm,
      publicKeyMultibase,
      sign: (message: Uint8Array) => sign(publicKeyMultibase, { message: toBase64Url(message) }),
    };
    if (algorithm !== 'BLS12-381-G2') return key;
    return {
      ...key,
      signMessages: (header, messages) =>
        sign(publicKeyMultibase, { header: toBase64Url(header), messages: messages.map(toBase64Url) }),
    };
  };
  return {
    create: async (algorithm) => keyOf(await call('POST', 'keys', { algorithm })),
    open: async (publicKeyMultibase) => keyOf(await call('GET', `keys/${publicKeyMultibase}`)),
  };
}
