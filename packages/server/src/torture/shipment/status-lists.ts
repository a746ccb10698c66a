import {
  createStatusList,
  MINIMUM_ENTRIES,
  type StatusPurpose,
  signDocument,
  statusListCredential,
} from '@portolan/credentials';
import { instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { sampleStatusUrl } from '@portolan/programs';
import { type Slug, sampleSigner } from './signers.ts';

export const statusPurposes: readonly StatusPurpose[] = ['revocation', 'suspension'];

const validity = {
  validFrom: instant('2026-01-01T00:00:00.000Z'),
  validUntil: instant('2035-12-31T23:59:59.000Z'),
};

/** The signed status lists of some issuers, in which nothing is revoked: a sender staples them to its envelopes. */
export async function statusListsOf(issuers: readonly Slug[]): Promise<JsonObject[]> {
  const wanted = issuers.flatMap((slug) => statusPurposes.map((purpose) => ({ slug, purpose })));
  return Promise.all(wanted.map(({ slug, purpose }) => signedList(slug, purpose)));
}

async function signedList(slug: Slug, purpose: StatusPurpose): Promise<JsonObject> {
  const signer = sampleSigner(slug);
  const unsigned = await statusListCredential({
    url: sampleStatusUrl(slug, purpose as 'revocation' | 'suspension'),
    issuer: signer.did,
    purpose,
    bits: createStatusList(MINIMUM_ENTRIES),
    ...validity,
  });
  const created = validity.validFrom;
  return signDocument(unsigned as unknown as JsonObject, signer, nodeCrypto, {
    created,
    purpose: 'assertionMethod',
  });
}
