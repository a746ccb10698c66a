import type { JsonObject } from '@portolan/kernel';
import { type SampleTenant, sampleTenant } from '../../sample-community.ts';

/** One attestation of the story: who signs it, about whom, and when. */
export interface SampleAttestation {
  readonly by: string;
  readonly type: string;
  /** A member of the community, or an attester whose owners are stated. */
  readonly about: string;
  readonly signedAt: string;
  readonly document: JsonObject;
  /** What the signer writes as its own date, where it dates its word back. */
  readonly claimedAt?: string;
}

const FROM = '2026-05-04';
export const SIGNED_AT = `${FROM}T15:00:00.000Z`;

function base(slug: SampleTenant['slug'], what: string, how: string): JsonObject {
  const { name, did, address, identifiers } = sampleTenant(slug);
  return {
    organization: { name, did, address: { ...address }, identifiers: identifiers.map((one) => ({ ...one })) },
    checks: [{ what, how, on: FROM }],
    from: FROM,
    until: '2027-05-03',
  };
}

function said(
  by: string,
  type: string,
  about: SampleTenant['slug'],
  document: JsonObject,
): SampleAttestation {
  return { by, type, about, signedAt: SIGNED_AT, document };
}

const registration = (slug: SampleTenant['slug'], number: string, registeredOn: string) =>
  said('register', 'BusinessRegistrationAffirmation', slug, {
    ...base(slug, 'existence', 'own-records'),
    register: { name: 'Sample Company Register', number },
    registeredOn,
    state: 'active',
  });

const taxed = (slug: SampleTenant['slug'], taxNumber: string, country: string) =>
  said('tax-office', 'TaxRegistrationAffirmation', slug, {
    ...base(slug, 'tax-status', 'own-records'),
    ...{ taxNumber, country, registeredOn: '2016-02-01', state: 'registered' },
  });

const banked = (slug: SampleTenant['slug'], country: string) =>
  said('bank', 'BankAccountHolderAffirmation', slug, {
    ...base(slug, 'account', 'account-history'),
    ...{ accountSince: '2017-03-01', country },
  });

const identified = (slug: SampleTenant['slug'], lei: string, nextRenewalOn: string) =>
  said('lei-issuer', 'WebLeiCredential', slug, {
    ...base(slug, 'identifier', 'register-extract'),
    ...{ lei, registrationStatus: 'ISSUED', entityStatus: 'ACTIVE', nextRenewalOn },
  });

const member = (slug: SampleTenant['slug']) =>
  said('chamber', 'ChamberMembershipAffirmation', slug, {
    ...base(slug, 'activity', 'site-visit'),
    ...{ chamber: 'Sample Chamber of Commerce', memberSince: '2018-01-01' },
  });

/** The agency's own word: a member of its program of trusted traders. */
const trusted = (slug: SampleTenant['slug'], account: string) =>
  said('agency', 'CTPATCertificate', slug, {
    ...base(slug, 'security-profile', 'site-visit'),
    ...{ programme: 'CTPAT', account, state: 'active' },
  });

/**
 * What the sample community is known by: the importer trusted, broker and grower established, the juicer known and its LEI
 * about to lapse, the carrier known to nobody yet.
 */
export const sampleAttestations: readonly SampleAttestation[] = [
  registration('importer', 'SCR-2001', '2014-06-02'),
  taxed('importer', '12-3456789', 'US'),
  banked('importer', 'US'),
  identified('importer', '506700GE1G29325QX363', '2027-02-01'),
  member('importer'),
  registration('broker', 'SCR-2002', '2011-01-10'),
  banked('broker', 'US'),
  member('broker'),
  registration('grower', 'SCR-1001', '2015-09-01'),
  taxed('grower', 'SVV010101AAA', 'MX'),
  banked('grower', 'MX'),
  identified('juicer', '5493001KJTIIGC8Y1R12', '2026-07-01'),
  trusted('steel-buyer', 'SAMPLE-STEEL-1'),
  trusted('steel-carrier', 'SAMPLE-STEEL-2'),
];
