import type { ReceivedDetail } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';

const digest = `sha256:${'7a'.repeat(32)}`;
const received: ReceivedDetail = {
  digest,
  ...{ type: 'MillTestReportCredential', label: 'Mill test report', group: 'steel' },
  vocabulary: 'W3C CCG Traceability Vocabulary',
  ...{
    title: 'Mill test report MTR-4711',
    issuer: 'did:key:z6MkSample',
    form: 'eddsa-jcs-2022',
    verified: true,
  },
  receivedAt: '2026-06-10T16:00:00.000Z',
  cases: [
    {
      caseId: 'c1',
      title: 'Sample entry',
      entryNumber: 'ZZ9-0000103-5',
      reason: 'Number MTR4711 stands in both',
    },
  ],
  verdict: {
    ...{ verified: true, issuer: 'did:key:z6MkSample', types: [], custody: 'unknown', fragments: [] },
    digest: digest as `sha256:${string}`,
    signedAt: { instant: instant('2026-06-10T16:00:00.000Z'), source: 'log' },
  },
  claims: [{ pointer: '/product/name', place: ['Product', 'Name'], value: 'Plate' }],
  credential: {},
};

test('a received credential is shown in words, with its cases', async () => {
  await openPortal(`/received/${encodeURIComponent(digest)}`, {
    [`GET /api/received/${encodeURIComponent(digest)}`]: received,
  });
  expect(screen.getByRole('heading', { level: 1, name: 'Mill test report MTR-4711' })).toBeTruthy();
  expect(screen.getByText('Product › Name')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'ZZ9-0000103-5' })).toBeTruthy();
});

test('an empty list says how to begin', async () => {
  await openPortal('/received', { 'GET /api/received': { items: [], total: 0 } });
  expect(screen.getByText(/Drop a credential above/)).toBeTruthy();
});

test('the record of what was shown names whom, how and why', async () => {
  const item = { id: '1', digest, subject: 'Order PO-1', recipient: 'holder of the paper', way: 'opened' };
  const rest = { reason: 'code scanned', actor: 'anybody', at: '2026-06-10T16:00:00.000Z' };
  await openPortal('/disclosures', { 'GET /api/disclosures': { items: [{ ...item, ...rest }], total: 1 } });
  expect(screen.getByRole('cell', { name: 'opened by its code' })).toBeTruthy();
  expect(screen.getByText('code scanned')).toBeTruthy();
});

test('an envelope says what it was, whether it was taken, and what went along', async () => {
  const sent = {
    ...{
      id: digest,
      digest,
      subject: 'Filing ZZ9-0000103-5',
      recipient: 'did:key:z6MkAgency',
      way: 'envelope',
    },
    ...{ recipientName: 'Sample Customs', reason: 'Filing', actor: '', at: '2026-06-10T16:00:00.000Z' },
    ...{ documents: [digest], delivery: 'waiting' },
  };
  const requests = await openPortal('/disclosures?q=filing&state=envelope', {
    'GET /api/disclosures?q=filing&way=envelope': { items: [sent], total: 1 },
  });
  expect(screen.getByText('Filing ZZ9-0000103-5')).toBeTruthy();
  expect(screen.getByText('Sample Customs')).toBeTruthy();
  expect(screen.getByText(/not delivered yet/)).toBeTruthy();
  expect(screen.getByText('with 1 document')).toBeTruthy();
  expect(requests.sent.some(({ path }) => path.endsWith('way=envelope'))).toBe(true);
});
