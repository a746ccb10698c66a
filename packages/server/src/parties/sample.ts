import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  didKeyMethod,
  didKeyOf,
  issueCredential,
  PORTOLAN_CONTEXT,
  type Signer,
} from '@portolan/credentials';
import { type Digest, date, digestJson, instant, type JsonObject, utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import {
  type SampleAttestation,
  sampleAttestations,
  sampleAttesters,
  sampleKeyPrefix,
  samplePolicy,
} from '@portolan/programs';
import { accredit } from '../credentials/trust/accredit.ts';
import type { Tenant } from '../platform/tenant.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import { publishPolicy, readPolicies } from './policies.ts';
import { insertAttestations } from './store.ts';
import { verifyGiven } from './verify.ts';

const SINCE = instant('2026-01-02T12:00:00Z');

/** Loads what the sample community is known by: the agency's policy, its attesters, and what these attest. Once. */
export async function loadSampleParties(
  context: TradeContext,
  seats: ReadonlyMap<string, Tenant>,
): Promise<void> {
  const agency = seats.get('agency');
  if (!agency || (await readPolicies(context.pool, agency.id)).length > 0) return;
  const lead = { id: 'agency-lead', name: 'Sample Lead', role: 'lead' as const };
  await publishPolicy(
    context,
    { tenant: agency, member: lead, by: 'session', scopes: [] },
    samplePolicy,
    'Sample: first policy.',
    SINCE,
  );
  await accreditAttesters(context, agency.id);
  await giveOut(context, agency, seats);
}

async function accreditAttesters({ pool }: TradeContext, agencyId: string): Promise<void> {
  await withTransaction(pool, async (tx) => {
    for (const { slug, name, types } of sampleAttesters)
      for (const credentialType of types)
        await accredit(
          tx,
          { agencyId, actor: 'Sample Lead', at: SINCE },
          {
            did: attesterSigner(slug).did,
            name,
            credentialType,
            from: date('2026-01-01'),
            reason: 'Sample: known to the agency.',
          },
        );
  });
}

/** Each attestation goes to its subject and to the agency, as if both had been sent it. */
async function giveOut(
  context: TradeContext,
  agency: Tenant,
  seats: ReadonlyMap<string, Tenant>,
): Promise<void> {
  const signed = await Promise.all(sampleAttestations.map(signAttestation));
  const byDigest = (all: typeof signed) =>
    new Map(all.map(({ credential }) => [digestJson(context.crypto, credential) as Digest, credential]));
  const moment = { at: instant('2026-05-04T15:00:00Z'), story: true };
  const receivers = [agency, ...seats.values()].map((tenant) => ({
    tenant,
    own: tenant === agency ? signed : signed.filter(({ about }) => about === tenant.slug),
  }));
  for (const { tenant, own } of receivers) {
    const held = await verifyGiven(context, tenant, byDigest(own), moment);
    await withTransaction(context.pool, (tx) => insertAttestations(tx, held));
  }
}

/** Signs a sample attestation as its attester would: the same bytes in every installation. */
export async function signAttestation({ by, type, about, signedAt, document }: SampleAttestation) {
  const signer = attesterSigner(by);
  const unsigned = {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: `urn:uuid:${uuidOf(`${by} ${type} ${about}`)}`,
    type: [BASE_TYPE, type],
    issuer: signer.did,
    validFrom: signedAt,
    credentialSubject: document,
  };
  const credential = await issueCredential(unsigned, signer, nodeCrypto, { created: instant(signedAt) });
  return { about, credential: credential as unknown as JsonObject };
}

/** The same in every installation, so that everybody's sample attestations have the same digests. */
function uuidOf(text: string): string {
  const hex = Buffer.from(nodeCrypto.sha256(utf8(text))).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The key of a sample attester: public on purpose, worth nothing outside samples. */
export function attesterSigner(slug: string): Signer {
  const { publicKey, privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(sampleKeyPrefix + slug)));
  const did = didKeyOf(publicKey);
  return { did, verificationMethod: didKeyMethod(did), sign: (message) => signEd25519(privateKey, message) };
}
