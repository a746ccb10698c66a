import type { JsonObject } from '@portolan/kernel';
import { sampleTenant } from '../../sample-community.ts';
import { collusionStories } from './collusion.ts';
import type { SampleAttestation } from './documents.ts';
import { changed, type LegitimacyStory, own, story } from './story.ts';

/** The carrier under the importer's name with U+0430, the Cyrillic letter that looks like a Latin a. */
function imitation(): SampleAttestation[] {
  const [first] = own;
  if (!first) return [];
  const { name, address } = first.document.organization as { name: string; address: JsonObject };
  const organization = { name: name.replace('a', '\u0430'), did: sampleTenant('carrier').did, address };
  const document = { ...first.document, organization, registeredOn: '2026-04-01' };
  return [{ ...first, about: 'carrier', document }];
}

/** The agency's own word on its trusted-trader programme. */
function membership(state: string): SampleAttestation[] {
  const [first] = own;
  if (!first) return [];
  const { organization = {}, from = '', until = '' } = first.document;
  const document = {
    ...{ organization, from, until, programme: 'CTPAT', account: 'SAMPLE-1', state },
    checks: [{ what: 'security-profile', how: 'site-visit', on: '2026-05-04' }],
  };
  return [{ ...first, by: 'agency', type: 'CTPATCertificate', document }];
}

/** One good story and the bad variants of it, each refused or discounted for a reason of its own. */
export const legitimacyStories: readonly LegitimacyStory[] = [
  story('good', 'Five independent parties of five kinds know the importer', own, {
    ...{ level: 'trusted', barred: false, codes: [] },
  }),
  story(
    'lapsed-lei',
    'The registration of its LEI has lapsed',
    changed('lei-issuer', { registrationStatus: 'LAPSED' }),
    { level: 'established', barred: false, codes: ['PARTY_LEI_LAPSED'] },
  ),
  story(
    'dissolved',
    'The company register says that it is dissolved',
    changed('register', { state: 'dissolved', stateSince: '2026-05-02' }),
    { level: 'none', barred: true, codes: ['PARTY_DISSOLVED'] },
  ),
  story(
    'attester-suspended',
    'The bank is suspended after it signed',
    own,
    { level: 'established', barred: false, codes: ['PARTY_ATTESTER_SUSPENDED_SINCE'] },
    ['bank'],
  ),
  story(
    'backdated',
    'The chamber dates its word back by months',
    changed('chamber', { from: '2025-11-01' }).map((one) =>
      one.by === 'chamber' ? { ...one, claimedAt: '2025-11-01T09:00:00.000Z' } : one,
    ),
    { level: 'established', barred: false, codes: ['PARTY_BACKDATED'] },
  ),
  {
    ...story(
      'spoofed-name',
      "A newcomer bears the importer's name with a Cyrillic letter",
      [...own, ...imitation()],
      {
        ...{ level: 'none', barred: true, codes: ['PARTY_NAME_DISGUISED'] },
      },
    ),
    about: 'carrier',
  },
  story(
    'suspended-ctpat',
    'Its CTPAT membership is suspended',
    [...own.filter(({ by }) => by !== 'bank'), ...membership('suspended')],
    { level: 'established', barred: false, codes: ['PARTY_TRUSTED_TRADER_SUSPENDED'] },
  ),
  story(
    'self-attested',
    'It vouches for itself as its own trading partner',
    [
      ...own.filter(({ by }) => by === 'register'),
      {
        ...(own[0] as SampleAttestation),
        ...{ by: 'importer', type: 'TradePartnerReference' },
        document: {
          organization: own[0]?.document.organization ?? {},
          checks: [{ what: 'activity', how: 'own-records', on: '2026-05-04' }],
          ...{ from: '2026-05-04', until: '2027-05-03', relation: 'customer', tradingSince: '2019-03-01' },
        },
      },
    ],
    { level: 'known', barred: false, codes: ['PARTY_SELF_ATTESTED'] },
  ),
  ...collusionStories,
];
