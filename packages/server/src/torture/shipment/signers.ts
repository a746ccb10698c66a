import { didKeyMethod, type Signer } from '@portolan/credentials';
import { utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { type SampleTenant, sampleKeyPrefix, sampleTenant } from '@portolan/programs';

export type Slug = SampleTenant['slug'];

const signers = new Map<Slug, Signer>();

/** Signs with the public key of a sample member, as that member would on a node of its own. */
export function sampleSigner(slug: Slug): Signer {
  const known = signers.get(slug);
  if (known) return known;
  const { did } = sampleTenant(slug);
  const { privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(sampleKeyPrefix + slug)));
  const sign = (message: Uint8Array) => signEd25519(privateKey, message);
  const signer = { did, verificationMethod: didKeyMethod(did), sign };
  signers.set(slug, signer);
  return signer;
}
