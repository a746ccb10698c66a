import { isEnvelopedCredential, originalDigest } from '@portolan/credentials';
import type { CryptoPort, Digest, JsonObject } from '@portolan/kernel';

/** By which digest a log knows each credential that is shown in part; the others it knows by their own. */
export function originalsOf(
  credentials: ReadonlyMap<Digest, JsonObject>,
  crypto: CryptoPort,
): Map<Digest, Digest> {
  return new Map(
    [...credentials]
      .filter(([, credential]) => isEnvelopedCredential(credential))
      .map(([digest, credential]) => [digest, originalDigest(credential, crypto)]),
  );
}
