import { createStatusList, MINIMUM_ENTRIES, setStatus, signDocument, statusListCredential } from '@portolan/credentials';
import { expectOk, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { sampleCommunity, sampleRevocations, sampleStatusUrl } from '@portolan/programs';
import { sampleSigner } from './signers.ts';

// Long enough for any day on which somebody runs the samples.
const VALID = { validFrom: instant('2026-01-01T00:00:00.000Z'), validUntil: instant('2035-12-31T23:59:59.000Z') };

/** The signed status lists of all sample issuers, by file below `examples/status`. */
export async function statusLists(): Promise<Map<string, JsonObject>> {
  const lists = new Map<string, JsonObject>();
  for (const { slug } of sampleCommunity)
    for (const purpose of ['revocation', 'suspension'] as const)
      lists.set(`status/${slug}.${purpose}.json`, await statusList(slug, purpose));
  return lists;
}

async function statusList(
  slug: (typeof sampleCommunity)[number]['slug'],
  purpose: 'revocation' | 'suspension',
): Promise<JsonObject> {
  const signer = sampleSigner(slug);
  let bits = createStatusList(MINIMUM_ENTRIES);
  for (const { issuer, index } of sampleRevocations)
    if (issuer === slug && purpose === 'revocation') bits = expectOk(setStatus(bits, index, true));
  const unsigned = await statusListCredential({
    url: sampleStatusUrl(slug, purpose),
    issuer: signer.did,
    purpose,
    bits,
    ...VALID,
  });
  const signed = await signDocument(unsigned as unknown as JsonObject, signer, nodeCrypto, {
    created: VALID.validFrom,
    purpose: 'assertionMethod',
  });
  return signed as unknown as JsonObject;
}
