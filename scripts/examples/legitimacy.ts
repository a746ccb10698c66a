import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  issueCredential,
  PORTOLAN_CONTEXT,
  resolveDidKey,
  verifyCredential,
} from '@portolan/credentials';
import { date, expectOk, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  bundleOf,
  EvidenceIndex,
  type OversightAct,
  partySchemaCheck,
  readAttestation,
} from '@portolan/parties';
import {
  type LegitimacyStory,
  legitimacyStories,
  type SampleAttestation,
  sampleAttesters,
  samplePolicy,
  sampleTenant,
} from '@portolan/programs';
import { authorityFiles } from './authority.ts';
import { signerOf } from './signer-of.ts';

const AS_OF = instant('2026-06-12T14:30:00.000Z');
const since = instant('2026-01-01T00:00:00.000Z');

/** The bundles of the legitimacy stories: whoever has one computes the standing again, without any node. */
export async function legitimacyFiles(): Promise<[string, unknown][]> {
  const files = await Promise.all(legitimacyStories.map(storyFiles));
  return [...files.flat(), ...(await authorityFiles())];
}

async function storyFiles(story: LegitimacyStory): Promise<[string, unknown][]> {
  const { folder, title, about, role, evidence, expected, suspended = [] } = story;
  const attestations = await Promise.all(evidence.map(attestationOf));
  const subject = sampleTenant(about).did;
  const source = new EvidenceIndex(attestations);
  const question = { subject, role, asOf: AS_OF, policy: samplePolicy, source, crypto: nodeCrypto };
  const bundle = bundleOf(question, [...accreditations(), ...suspended.map(suspension)]);
  return [
    [`legitimacy/${folder}/bundle.json`, bundle],
    [`legitimacy/${folder}/expected.json`, { title, ...expected }],
  ];
}

/** Signed with the attester's public sample key, verified, and read as any receiver would. */
async function attestationOf({ by, type, about, signedAt, claimedAt, document }: SampleAttestation) {
  const signer = signerOf(by);
  const unsigned = {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: `urn:portolan:sample:${by}:${type}:${about}`,
    type: [BASE_TYPE, type],
    issuer: signer.did,
    validFrom: claimedAt ?? signedAt,
    credentialSubject: document,
  };
  const credential = (await issueCredential(unsigned, signer, nodeCrypto, {
    created: instant(claimedAt ?? signedAt),
  })) as unknown as JsonObject;
  const verdict = await verifyCredential(credential, {
    ...{ crypto: nodeCrypto, at: AS_OF, signedAt: { instant: instant(signedAt), source: 'log' } },
    resolveDid: (did: string) => {
      const resolved = resolveDidKey(did);
      return resolved.ok ? resolved.value : undefined;
    },
    statusList: () => undefined,
    schema: (name: string) => partySchemaCheck(name),
    accreditation: () => ({ state: 'not-required' }),
  });
  return expectOk(readAttestation(credential, verdict));
}

const agency = sampleTenant('agency').did;

function accreditations(): OversightAct[] {
  const own = { slug: 'agency', name: sampleTenant('agency').name, types: ['CTPATCertificate'] };
  return [...sampleAttesters, own].flatMap(({ slug, name, types }) =>
    types.map((credentialType) => ({
      ...{ act: 'accredit' as const, id: `${slug} ${credentialType}`, at: since, agency, by: 'Sample Lead' },
      ...{ reason: 'Sample: known to the agency.', attester: signerOf(slug).did, name, credentialType },
      from: date('2026-01-01'),
    })),
  );
}

function suspension(slug: string): OversightAct {
  const [type = ''] = sampleAttesters.find((one) => one.slug === slug)?.types ?? [];
  return {
    ...{ act: 'suspend', id: `suspended ${slug}`, at: instant('2026-06-01T00:00:00.000Z'), agency },
    ...{ accreditation: `${slug} ${type}`, by: 'Sample Lead', reason: 'Sample: records were sold.' },
  };
}
