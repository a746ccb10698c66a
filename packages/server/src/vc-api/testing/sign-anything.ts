import { createHash } from 'node:crypto';
import type { LocalKey } from '@portolan/credentials/forms';
import { canonicalize, type Instant, type JsonObject, toBase58 } from '@portolan/kernel';

/**
 * Signs whatever it is given with eddsa-jcs-2022 (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.1), without a look at it:
 * for tests of what is refused although its signature is good.
 */
export async function signAnything(
  document: JsonObject,
  key: LocalKey,
  options: {
    readonly created: Instant;
    readonly purpose?: 'assertionMethod' | 'authentication';
    readonly challenge?: string;
    readonly domain?: string;
  },
): Promise<JsonObject> {
  const { created, purpose = 'assertionMethod', ...asked } = options;
  const context = document['@context'];
  const config: JsonObject = {
    ...(context === undefined ? {} : { '@context': context }),
    ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', created },
    ...{ verificationMethod: key.verificationMethod, proofPurpose: purpose, ...asked },
  };
  const digests = [config, document].map((part) => createHash('sha256').update(canonicalize(part)).digest());
  const proofValue = `z${toBase58(await key.sign(Buffer.concat(digests)))}`;
  return { ...document, proof: { ...config, proofValue } };
}
