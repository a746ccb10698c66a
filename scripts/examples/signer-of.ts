import { didKeyMethod, didKeyOf, type Signer } from '@portolan/credentials';
import { utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { sampleKeyPrefix } from '@portolan/programs';

/** Signs with the public key of a sample member, attester or person. */
export function signerOf(slug: string): Signer {
  const { publicKey, privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(sampleKeyPrefix + slug)));
  const did = didKeyOf(publicKey);
  return { did, verificationMethod: didKeyMethod(did), sign: (message) => signEd25519(privateKey, message) };
}
