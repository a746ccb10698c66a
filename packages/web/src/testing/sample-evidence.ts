import type { EvidenceView } from '@portolan/contract';

export const invoiceDigest = `sha256:${'1a'.repeat(32)}`;
export const certificateDigest = `sha256:${'2b'.repeat(32)}`;

const verdict: NonNullable<EvidenceView['verdict']> = {
  verified: true,
  digest: invoiceDigest as NonNullable<EvidenceView['verdict']>['digest'],
  issuer: 'did:key:z6MkSample',
  types: ['VerifiableCredential', 'CommercialInvoice'],
  signedAt: { instant: '2026-06-11T15:00:00.000Z' as never, source: 'log' },
  custody: 'node',
  fragments: [
    { name: 'integrity', outcome: 'passed', reason: 'The bytes are those that were signed.', refusals: [] },
    { name: 'issuer', outcome: 'passed', reason: 'The key belongs to did:key:z6MkSample.', refusals: [] },
    { name: 'accreditation', outcome: 'undetermined', reason: 'No register was asked.', refusals: [] },
    {
      name: 'status',
      outcome: 'failed',
      reason: 'Revoked by its issuer.',
      refusals: [
        {
          code: 'CRED_REVOKED',
          path: '/credentialStatus',
          fault: 'issuer',
          message: 'The credential was revoked.',
          mend: 'Ask the issuer for a new one.',
        },
      ],
    },
    { name: 'dates', outcome: 'not-applicable', reason: 'No dates.', refusals: [] },
  ],
};

/** A signed invoice and an unsigned packing list, as a dossier shows them. */
export const sampleEvidence: EvidenceView[] = [
  {
    digest: invoiceDigest,
    type: 'CommercialInvoice',
    title: 'Commercial invoice SVV-2026-0611',
    class: 'signed',
    fileName: 'invoice.vc.json',
    issuer: { name: 'Sample Valle Verde Produce' },
    logIndex: 12,
    verdict,
    document: { number: 'SVV-2026-0611', lines: [{ number: '1', description: 'Bell peppers, fresh' }] },
  },
  {
    digest: certificateDigest,
    type: 'PackingList',
    title: 'Packing list PL-1',
    class: 'imported',
    fileName: 'packing.csv',
    document: { number: 'PL-1', grossWeight: { value: '18200', unit: 'KGM' } },
    origins: { '/grossWeight/value': 'row 2, column gross_kg' },
  },
];
