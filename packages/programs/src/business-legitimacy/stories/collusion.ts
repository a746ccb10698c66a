import type { JsonObject } from '@portolan/kernel';
import { type SampleTenant, sampleTenant } from '../../sample-community.ts';
import { sampleAttesters } from './attesters.ts';
import { type SampleAttestation, SIGNED_AT, sampleAttestations } from './documents.ts';
import { changed, type LegitimacyStory, own, story } from './story.ts';

const DAY = SIGNED_AT.slice(0, 10);

function member(slug: SampleTenant['slug'], changes: JsonObject = {}): JsonObject {
  const { name, did, address } = sampleTenant(slug);
  return { name, did, address: { ...address }, ...changes };
}

function said(by: string, type: string, about: string, document: JsonObject): SampleAttestation {
  return { by, type, about, signedAt: SIGNED_AT, document: { from: DAY, until: '2027-05-03', ...document } };
}

/** A trading partner vouches for another member. */
function vouches(by: SampleTenant['slug'], about: SampleTenant['slug']): SampleAttestation {
  return said(by, 'TradePartnerReference', about, {
    organization: member(about),
    checks: [{ what: 'activity', how: 'own-records', on: DAY }],
    ...{ relation: 'customer', tradingSince: '2019-03-01' },
  });
}

/** Word of the good story about another member: it is known as well as the importer. */
function known(by: string, about: SampleTenant['slug'], changes: JsonObject = {}): SampleAttestation[] {
  return own
    .filter((one) => one.by === by)
    .map((one) => ({
      ...one,
      about,
      document: { ...one.document, organization: member(about), ...changes },
    }));
}

/** The register says that one holding owns these attesters. */
function ownedByOne(...slugs: string[]): SampleAttestation[] {
  return sampleAttesters
    .filter(({ slug }) => slugs.includes(slug))
    .map(({ slug, name, did }) =>
      said('register', 'OwnershipStatement', slug, {
        organization: { name, did, address: { country: 'US' } },
        checks: [{ what: 'control', how: 'own-records', on: DAY }],
        controllers: [{ name: 'Sample Holding', reference: 'SCR-9001', sharePercent: 100 }],
      }),
    );
}

const official = own.filter(({ by }) => by === 'register' || by === 'tax-office');
const lei = own.find(({ by }) => by === 'lei-issuer')?.document.lei ?? '';

/** Many that are one, names that are another's, age that was bought. */
export const collusionStories: readonly LegitimacyStory[] = [
  story(
    'reference-ring',
    'Three trading partners vouch for each other in a ring',
    [
      ...official,
      ...known('register', 'carrier', { registeredOn: '2016-01-04' }),
      ...known('bank', 'carrier'),
      ...sampleAttestations.filter(({ about }) => about === 'grower'),
      ...[vouches('carrier', 'importer'), vouches('importer', 'grower'), vouches('grower', 'carrier')],
    ],
    { level: 'known', barred: false, codes: ['PARTY_RING'] },
  ),
  story(
    'sybil-attesters',
    'Bank, chamber and LEI issuer belong to one owner: together they count once',
    [...own, ...ownedByOne('bank', 'chamber', 'lei-issuer')],
    { level: 'established', barred: false, codes: ['PARTY_POOLED_OWNER'] },
  ),
  story(
    'name-collision',
    'Another organization bears the same name, apart from spelling',
    [
      ...own,
      ...known('register', 'carrier', {
        organization: member('carrier', { name: 'SAMPLE HARBOR FOODS, INC' }),
      }),
    ],
    { level: 'trusted', barred: false, codes: ['PARTY_NAME_SHARED'] },
  ),
  {
    ...story(
      'borrowed-identifier',
      'A newcomer has the LEI attested that somebody else holds',
      [...own, ...known('lei-issuer', 'carrier', { lei }).map(later)],
      { level: 'none', barred: true, codes: ['PARTY_IDENTIFIER_SHARED'] },
    ),
    about: 'carrier',
  },
  story(
    'bought-age',
    'Whoever bought it in January has only what was attested since',
    changed('register', { controlChangedOn: '2026-01-15' }).map((one) =>
      one.by === 'bank' ? { ...one, ...signedBefore(one.document) } : one,
    ),
    { level: 'known', barred: false, codes: ['PARTY_BEFORE_CHANGE_OF_CONTROL'] },
  ),
  story(
    'merged',
    'It was merged into another, and its key still signs',
    changed('register', {
      ...{ state: 'merged', stateSince: '2026-05-02' },
      successor: { name: sampleTenant('broker').name, did: sampleTenant('broker').did },
    }),
    { level: 'none', barred: true, codes: ['PARTY_MERGED'] },
  ),
];

function later(one: SampleAttestation): SampleAttestation {
  return { ...one, signedAt: '2026-05-20T15:00:00.000Z' };
}

function signedBefore(document: JsonObject): Pick<SampleAttestation, 'signedAt' | 'document'> {
  const from = '2026-01-05';
  const checks = [{ what: 'account', how: 'account-history', on: from }];
  return { signedAt: `${from}T15:00:00.000Z`, document: { ...document, from, checks } };
}
