import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FormKey } from '@portolan/credentials/forms';

export interface ToSign {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly json?: unknown;
  readonly capability: unknown;
  readonly action: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly expires?: number;
  /** Names that the signature leaves out. */
  readonly without?: readonly string[];
}

export interface SignedCall {
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Signs a request as a holder of a capability does (Authorization Capabilities 0.3, section 3.2). */
export async function signRequest(key: FormKey, call: ToSign): Promise<SignedCall> {
  const { url, method, json, capability, action, created, expires = created + 300, without = [] } = call;
  const { host, pathname, search } = new URL(url);
  const body = json === undefined ? undefined : JSON.stringify(json);
  const packed = gzipSync(JSON.stringify(capability)).toString('base64url');
  const headers: Record<string, string> = {
    host,
    'capability-invocation': `zcap capability="${packed}",action="${action}"`,
    ...(body === undefined ? {} : { 'content-type': 'application/json', digest: digestOf(body) }),
  };
  const values: Record<string, string> = {
    '(key-id)': key.verificationMethod,
    '(created)': String(created),
    '(expires)': String(expires),
    '(request-target)': `${method.toLowerCase()} ${pathname}${search}`,
    ...headers,
  };
  const names = Object.keys(values).filter((name) => !without.includes(name));
  const text = names.map((name) => `${name}: ${values[name]}`).join('\n');
  const signature = Buffer.from(await key.sign(new TextEncoder().encode(text))).toString('base64');
  const parameters = { keyId: key.verificationMethod, headers: names.join(' '), signature, created, expires };
  const authorization = `Signature ${Object.entries(parameters)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}`;
  return { headers: { ...headers, authorization }, ...(body === undefined ? {} : { body }) };
}

function digestOf(body: string): string {
  const digest = createHash('sha256').update(body).digest();
  return `mh=u${Buffer.concat([Uint8Array.of(0x12, 32), digest]).toString('base64url')}`;
}
