import { didKeyMethod, type Signer } from '@portolan/credentials';
import { utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { sampleKeyPrefix, sampleTenant } from '@portolan/programs';

type Slug = Parameters<typeof sampleTenant>[0];

/** The public sample key of a member: anybody can sign with it, so it proves nothing outside samples. */
export function sampleSigner(slug: Slug): Signer {
  const { did } = sampleTenant(slug);
  const { privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(`${sampleKeyPrefix}${slug}`)));
  return {
    did,
    verificationMethod: didKeyMethod(did),
    sign: (message) => signEd25519(privateKey, message),
  };
}
