import type { Openid4vpVerifier } from '@openid4vc/openid4vp';
import { didOfUrl, fromMultikey, isDidKey, type Signer } from '@portolan/credentials';
import { type CryptoPort, fromBase64Url, parseJson, toBase64Url, utf8 } from '@portolan/kernel';

/** What the library asks of a verifier; a wallet needs no more. */
export type LibraryCallbacks = ConstructorParameters<typeof Openid4vpVerifier>[0]['callbacks'];
type Jwk = Awaited<ReturnType<LibraryCallbacks['signJwt']>>['signerJwk'];

/** The public JSON Web Key of a did:key of Ed25519 (RFC 8037). */
export function jwkOfDid(did: string): Jwk | undefined {
  const key = isDidKey(did) ? fromMultikey(did.slice('did:key:'.length)) : undefined;
  return key?.ok ? { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(key.value) } : undefined;
}

/** Signs a JWT with EdDSA in the name of a DID. */
export async function signJwt(signer: Signer, header: object, payload: object): Promise<string> {
  const input = [header, payload].map((part) => toBase64Url(utf8(JSON.stringify(part)))).join('.');
  return `${input}.${toBase64Url(await signer.sign(utf8(input)))}`;
}

/** What the OpenID4VP library asks of whoever uses it, answered with this house's keys and proofs. */
export function libraryCallbacks(crypto: CryptoPort, signer?: Signer): LibraryCallbacks {
  return {
    hash: (data) => crypto.sha256(data),
    async signJwt(_jwtSigner, { header, payload }) {
      const signerJwk = signer && jwkOfDid(signer.did);
      if (!signer || !signerJwk) throw new Error('no key signs here');
      return {
        jwt: await signJwt(signer, { ...header, kid: signer.verificationMethod }, payload),
        signerJwk,
      };
    },
    async verifyJwt(jwtSigner, { compact, header }) {
      const kid = jwtSigner.method === 'did' ? jwtSigner.didUrl : undefined;
      const signerJwk = kid === undefined ? undefined : jwkOfDid(didOfUrl(kid));
      const key = signerJwk && fromBase64Url(signerJwk.x ?? '');
      const [head = '', body = '', signature = ''] = compact.split('.');
      const bytes = fromBase64Url(signature);
      if (!signerJwk || !key || !bytes || header.alg !== 'EdDSA') return { verified: false };
      const fits = await crypto.verifyEd25519(key, utf8(`${head}.${body}`), bytes);
      return fits ? { verified: true, signerJwk } : { verified: false };
    },
    encryptJwe: () => Promise.reject(new Error('responses are not encrypted here')),
    decryptJwe: async () => ({ decrypted: false }),
  };
}

/** The payload of a compact JWT, whatever its signature; undefined for text that is none. */
export function payloadOf(jwt: string): Record<string, unknown> | undefined {
  const body = fromBase64Url(jwt.split('.')[1] ?? '');
  const parsed = body && parseJson(body);
  return parsed?.ok && typeof parsed.value === 'object' && parsed.value !== null
    ? (parsed.value as Record<string, unknown>)
    : undefined;
}
