import { Openid4vpClient } from '@openid4vc/openid4vp';
import { createPresentation, deriveCredential, type FormKey } from '@portolan/credentials/forms';
import { expectOk, type Instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { libraryCallbacks } from '../jwt.ts';

/** A wallet as small as can be: the library's holder side, one key, some credentials. It knows nothing of the node. */
export interface Wallet {
  /** Opens an openid4vp: address, and answers every query with the credential of its id. */
  answer(
    uri: string,
    credentials: Readonly<Record<string, JsonObject | string>>,
    more?: WalletChange,
  ): Promise<Response>;
}

/** What a dishonest wallet does differently. */
export interface WalletChange {
  readonly nonce?: string;
  readonly domain?: string;
  /** Of an SD-JWT: what is shown; the subject's name unless told. */
  readonly shown?: readonly string[];
  /** Of an SD-JWT: leaves out the holder's signature over nonce and verifier. */
  readonly unbound?: boolean;
}

export function createWallet(key: FormKey, now: () => Instant): Wallet {
  const client = new Openid4vpClient({ callbacks: libraryCallbacks(nodeCrypto) });
  return {
    async answer(uri, credentials, change = {}) {
      const { nonce, domain } = change;
      const parsed = client.parseOpenid4vpAuthorizationRequest({ authorizationRequest: uri });
      const { authorizationRequestPayload } = await client.resolveOpenId4vpAuthorizationRequest({
        authorizationRequestPayload: parsed.params as never,
      });
      const request = authorizationRequestPayload as {
        nonce: string;
        client_id: string;
        response_uri: string;
      };
      const options = {
        created: now(),
        challenge: nonce ?? request.nonce,
        domain: domain ?? request.client_id,
      };
      const token: Record<string, (JsonObject | string)[]> = {};
      for (const [query, credential] of Object.entries(credentials)) {
        if (typeof credential === 'string') {
          token[query] = [await disclose(credential, key, options, change)];
          continue;
        }
        const made = await createPresentation('eddsa-rdfc-2022', { credentials: [credential], key, options });
        token[query] = [expectOk(made).presentation];
      }
      const { authorizationResponsePayload } = await client.createOpenid4vpAuthorizationResponse({
        authorizationRequestPayload,
        authorizationResponsePayload: { vp_token: token as never },
      });
      const { response } = await client.submitOpenid4vpAuthorizationResponse({
        authorizationRequestPayload: { response_uri: request.response_uri },
        authorizationResponsePayload,
      });
      return response;
    },
  };
}

/** Shows a part of an SD-JWT, bound to this verifier and its nonce (RFC 9901, section 4.3). */
async function disclose(
  credential: string,
  key: FormKey,
  { created, challenge, domain }: { created: Instant; challenge: string; domain: string },
  { shown = ['/credentialSubject/name'], unbound = false }: WalletChange,
): Promise<string> {
  const derived = await deriveCredential(credential, {
    selectivePointers: shown,
    binding: unbound ? undefined : { key, nonce: challenge, audience: domain, created },
  });
  return expectOk(derived).token ?? '';
}
