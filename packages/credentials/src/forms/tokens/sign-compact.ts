import { type Instant, type JsonObject, toBase64Url, utf8 } from '@portolan/kernel';
import { algorithmOfKey } from '../../jose/algorithm.ts';
import { signingInputOf } from '../../jose/compact.ts';
import type { FormKey } from '../keys/form-key.ts';

export interface CompactOptions {
  readonly created: Instant;
  readonly expires?: Instant | undefined;
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
}

/**
 * Signs a credential or presentation as a compact token (Securing Verifiable Credentials using JOSE and COSE, section 3.1): the
 * document is the payload, with the token's own claims beside it. The key may be one that a key service holds, which the JOSE
 * library takes no account of, so the text to sign is made here.
 */
export async function signCompact(
  document: JsonObject,
  typ: 'vc+jwt' | 'vp+jwt',
  key: FormKey,
  { created, expires, challenge, domain }: CompactOptions,
): Promise<string> {
  const header = { alg: algorithmOfKey(key.algorithm), typ, kid: key.verificationMethod };
  const input = signingInputOf(header, {
    ...document,
    iat: seconds(created),
    ...(expires === undefined ? {} : { exp: seconds(expires) }),
    ...(challenge === undefined ? {} : { nonce: challenge }),
    ...(domain === undefined ? {} : { aud: domain }),
  });
  return `${input}.${toBase64Url(await key.sign(utf8(input)))}`;
}

function seconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}
