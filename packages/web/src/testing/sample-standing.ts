import type { OversightAct, Standing } from '@portolan/parties';

const digest = (pair: string) => `sha256:${pair.repeat(32)}`;

export const sampleParty = 'did:web:orchard.example';
const register = 'did:web:register.example';
const friend = 'did:web:friend.example';

const refusal = (code: string, message: string, mend: string) => ({
  ...{ code, path: '', fault: 'holder' as const, message, mend },
});

const vouching = refusal('PARTY_MUTUAL_VOUCHING', 'The two vouch for each other.', 'Ask somebody else.');
const noBank = refusal('PARTY_KIND_MISSING', 'No attestation of a bank counts.', 'Ask an accredited bank.');

/** A standing with one attestation that counts, one set aside with its ring, and a gap. */
export const sampleStanding: Standing = {
  subject: sampleParty,
  name: 'Sample Orchard Cooperative',
  role: 'any',
  asOf: '2026-06-12T16:00:00.000Z',
  rules: '2026.11.1',
  policy: {
    ...{ id: 'sample-legitimacy', version: '1', publisher: 'did:web:agency.example' },
    digest: digest('0a'),
  },
  register: digest('0b'),
  evidence: { parties: 3, digest: digest('0c') },
  level: 'known',
  computedLevel: 'known',
  barred: false,
  levels: [
    {
      ...{ name: 'known', meaning: 'It may be named in a filing.', met: true },
      parts: [{ asks: 'quorum', met: true, have: '1', need: '1', by: [digest('01')] }],
    },
    {
      ...{ name: 'trusted', meaning: 'A bank knows it.', met: false },
      parts: [{ asks: 'kind', met: false, have: '', need: 'bank', by: [], missing: noBank }],
    },
  ],
  attestations: [
    {
      ...{ digest: digest('01'), type: 'BusinessRegistrationAffirmation', kind: 'company-register' },
      ...{ issuer: register, issuerName: 'Sample Company Register', owner: register },
      ...{ signedAt: '2026-05-04T15:00:00.000Z', outcome: 'counts', reasons: [], countsUntil: '2027-05-03' },
    },
    {
      ...{ digest: digest('02'), type: 'TradePartnerReference', kind: 'trading-partner' },
      ...{ issuer: friend, issuerName: 'Sample Friend', owner: friend },
      ...{ signedAt: '2026-05-05T15:00:00.000Z', outcome: 'discounted', reasons: [vouching] },
    },
  ],
  findings: [
    {
      ...{ weighs: 'discounts', reason: vouching, evidence: [digest('02')] },
      picture: {
        nodes: [
          { id: friend, name: 'Sample Friend' },
          { id: sampleParty, name: 'Sample Orchard Cooperative' },
        ],
        edges: [
          { from: friend, to: sampleParty, relation: 'refers', by: digest('02') },
          { from: sampleParty, to: friend, relation: 'refers', by: digest('03') },
        ],
      },
    },
  ],
  identifiers: [
    { scheme: 'lei', value: '5493001KJTIIGC8Y1R12', attestedBy: [digest('01')], state: 'agreed' },
    { scheme: 'mid', value: 'MXSAMORC1CUL', attestedBy: [], state: 'constructed' },
  ],
  wouldRaise: [noBank],
  wouldLower: [{ on: '2027-05-04', level: 'none', because: [digest('01')] }],
};

/** Acts of oversight: an attester accredited and suspended, a bar and the appeal against it. */
export const sampleActs: readonly OversightAct[] = [
  {
    ...{ act: 'accredit', id: 'a1', at: '2026-01-02T12:00:00.000Z', agency: 'did:web:agency.example' },
    ...{ by: 'Sample Lead', reason: 'Known.', attester: register, name: 'Sample Company Register' },
    ...{ credentialType: 'BusinessRegistrationAffirmation', from: '2026-01-01' },
  },
  {
    ...{ act: 'suspend', id: 'a2', at: '2026-06-01T12:00:00.000Z', agency: 'did:web:agency.example' },
    ...{ by: 'Sample Lead', reason: 'Its key was lost.', accreditation: 'a1' },
  },
  {
    ...{ act: 'override', id: 'o1', at: '2026-06-03T12:00:00.000Z', agency: 'did:web:agency.example' },
    ...{ by: 'Sample Lead', reason: 'Visit of 3 June.', subject: sampleParty, effect: 'bar' },
  },
  {
    ...{ act: 'appeal', id: 'p1', at: '2026-06-04T12:00:00.000Z', agency: 'did:web:agency.example' },
    ...{ by: 'Sample Orchard', reason: 'It was another farm.', subject: sampleParty, against: 'o1' },
  },
];
