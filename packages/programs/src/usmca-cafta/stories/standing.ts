import type { OrganizationIdentity, PowerOfAttorney } from '@portolan/documents';
import type { CredentialFile, Slug } from './file.ts';
import { partyOf } from './parties.ts';

const YEAR = { from: '2026-01-01', until: '2026-12-31' } as const;
const VALID = { validFrom: '2026-01-01T00:00:00.000Z', validUntil: '2026-12-31T23:59:59.000Z' } as const;

/** Bits of the sample status lists, by credential: fixed, so that examples stay the same bytes. */
export const statusIndexes = {
  power: 1,
  growerIdentity: 1,
  juicerIdentity: 2,
  carrierIdentity: 3,
  growerInvoice: 1,
  growerCertificate: 2,
  variantInvoice: 3,
  variantCertificate: 4,
  revokedCertificate: 5,
  juicerInvoice: 1,
  juicerCertificate: 2,
  bill: 1,
  variantBill: 2,
  carrierCertificate: 3,
  nextInvoice: 6,
  nextCertificate: 7,
  nextBill: 4,
} as const;

/** Bits that are set: issuer, purpose and index. */
export const sampleRevocations: readonly { readonly issuer: Slug; readonly index: number }[] = [
  { issuer: 'grower', index: statusIndexes.revokedCertificate },
];

export const powerOfAttorney: PowerOfAttorney = {
  number: 'POA-SAMPLE-2026-1',
  grantor: partyOf('importer'),
  grantee: partyOf('broker'),
  powers: ['file-entry', 'claim-preference', 'answer-requests'],
  ...YEAR,
};

export const powerFile: CredentialFile = {
  form: 'credential',
  file: 'power-of-attorney.vc.json',
  issuer: 'importer',
  subject: { type: 'PowerOfAttorney', document: powerOfAttorney },
  ...VALID,
  statusIndex: statusIndexes.power,
};

function identity(
  slug: 'grower' | 'juicer' | 'carrier',
  roles: OrganizationIdentity['roles'],
  number: string,
  goods?: string[],
): OrganizationIdentity {
  const { did, ...party } = partyOf(slug);
  return {
    organization: { ...party, did: did ?? '' },
    roles,
    registry: { name: 'Sample Register of Traders', number },
    ...YEAR,
    ...(goods ? { goods } : {}),
  };
}

const identities = {
  grower: identity('grower', ['producer', 'exporter'], 'SRT-1001', ['0707', '0709', '0804']),
  juicer: identity('juicer', ['producer', 'exporter'], 'SRT-1002', ['2009']),
  carrier: identity('carrier', ['carrier'], 'SRT-1003'),
} as const;

const indexes = {
  grower: statusIndexes.growerIdentity,
  juicer: statusIndexes.juicerIdentity,
  carrier: statusIndexes.carrierIdentity,
} as const;

/** The identity of a member, issued by the sample agency as accredited attester. */
export function identityFile(slug: 'grower' | 'juicer' | 'carrier'): CredentialFile {
  return {
    form: 'credential',
    file: `identity-${slug}.vc.json`,
    issuer: 'agency',
    subject: { type: 'OrganizationIdentity', document: identities[slug] },
    ...VALID,
    statusIndex: indexes[slug],
  };
}
