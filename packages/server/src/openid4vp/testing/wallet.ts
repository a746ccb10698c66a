import { Openid4vpClient } from '@openid4vc/openid4vp';
import { createPresentation, type FormKey } from '@portolan/credentials/forms';
import { expectOk, type Instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { libraryCallbacks } from '../jwt.ts';

/** A wallet as small as can be: the library's holder side, one key, some credentials. It knows nothing of the node. */
export interface Wallet {
  /** Opens an openid4vp: address, and answers every query with the credential of its id. */
  answer(
    uri: string,
    credentials: Readonly<Record<string, JsonObject>>,
    more?: WalletChange,
  ): Promise<Response>;
}

/** What a dishonest wallet does differently. */
export interface WalletChange {
  readonly nonce?: string;
  readonly domain?: string;
}

export function createWallet(key: FormKey, now: () => Instant): Wallet {
  const client = new Openid4vpClient({ callbacks: libraryCallbacks(nodeCrypto) });
  return {
    async answer(uri, credentials, { nonce, domain } = {}) {
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
      const token: Record<string, JsonObject[]> = {};
      for (const [query, credential] of Object.entries(credentials)) {
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
