import { instant, type JsonObject } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT, type UnsignedCredential } from '../credential/credential.ts';
import { didKeyMethod, didKeyOf } from '../did/did-key.ts';
import type { Signer } from '../proof/signer.ts';
import type { StatusSnapshot } from '../status/snapshot.ts';
import type { Trust } from '../verify/trust.ts';

/** Actors and a trust for the tests of this room. */

export interface Actor extends Signer {
  readonly publicKey: Uint8Array;
}

/** A did:key actor with a key made from its name: the same in every run. */
export function actor(name: string): Actor {
  const { publicKey, privateKey } = ed25519FromSeed(
    nodeCrypto.sha256(new TextEncoder().encode(`test key ${name}`)),
  );
  const did = didKeyOf(publicKey);
  return {
    did,
    publicKey,
    verificationMethod: didKeyMethod(did),
    sign: (message) => signEd25519(privateKey, message),
  };
}

export const NOW = instant('2026-06-12T14:30:00.000Z');

export function unsignedOrder(issuer: string, changes: Partial<UnsignedCredential> = {}): UnsignedCredential {
  return {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: 'urn:uuid:6f3a1f5e-4f0a-4c6e-9b61-0d4f2f6f7a10',
    type: ['VerifiableCredential', 'PurchaseOrder'],
    issuer,
    validFrom: '2026-06-01T00:00:00.000Z',
    validUntil: '2026-12-31T23:59:59.999Z',
    credentialSubject: {
      number: 'PO-1',
      lines: [{ number: '1', description: 'Bell peppers (sample)', quantity: '1000' }],
    },
    ...changes,
  };
}

/** A trust that knows no lists, accepts every schema and every issuer; `changes` says what is different. */
export function trustWith(changes: Partial<Trust> = {}, lists: readonly StatusSnapshot[] = []): Trust {
  return {
    crypto: nodeCrypto,
    at: NOW,
    signedAt: { instant: NOW, source: 'log' },
    resolveDid: () => undefined,
    statusList: (url) => lists.find((list) => list.url === url),
    schema: () => (subject: JsonObject) => ({ ok: true, value: subject }),
    accreditation: () => ({ state: 'accredited', by: 'Sample Customs Agency' }),
    ...changes,
  };
}
