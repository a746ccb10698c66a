import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { toCsv } from '../../format/csv.ts';
import { openPortal } from '../../testing/portal.tsx';
import { sampleSession } from '../../testing/samples.ts';
import { templateOf } from './rows.ts';

const none = { 'GET /api/policies': { items: [] } };
const asked = {
  ...{ id: 'r1', side: 'asked', from: { did: 'did:web:orchard.example', name: 'Sample Orchard' } },
  ...{ type: 'TradePartnerReference', note: 'Our number is 17.', at: '2026-06-10T16:00:00.000Z' },
  ...{ to: { did: 'did:web:register.example', name: 'Sample Company Register' } },
  ...{ state: 'open', document: { relation: 'supplier' } },
};

test('a request is declined with a reason, or leads to the form', async () => {
  const { sent } = await openPortal('/attest', {
    'GET /api/attestation-requests': { items: [asked] },
    [`GET /api/attestations?issuer=${encodeURIComponent(sampleSession.tenant.did)}`]: { items: [], total: 0 },
    'GET /api/oversight': { items: [] },
    'POST /api/attestation-requests/r1/decline': { ...asked, state: 'declined' },
  });
  expect(screen.getByRole('link', { name: /^Attest ?Trad/ }).getAttribute('href')).toBe(
    '/attest/new?request=r1',
  );
  fireEvent.click(screen.getByRole('button', { name: /^Decline/ }));
  fireEvent.change(document.getElementById('reason-decline-r1') as HTMLElement, {
    target: { value: 'Not known to us.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Decline' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Not known to us.' }),
  );
});

test('the form begins with what the request proposes, and refuses before anything is sent', async () => {
  const { sent } = await openPortal('/attest/new?request=r1', {
    ...none,
    'GET /api/attestation-requests': { items: [asked] },
  });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Name of the party/ }).value).toBe(
    'Sample Orchard',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Sign' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});

test('a spreadsheet is checked first; only what is fit is signed', async () => {
  const { sent } = await openPortal('/attest/bulk', {
    ...none,
    'POST /api/attestations/issue': {
      items: [{ row: 0, digest: `sha256:${'0d'.repeat(32)}`, refusals: [] }],
    },
  });
  const [header = '', example = ''] = templateOf('BusinessRegistrationAffirmation').split('\r\n');
  const bad = example.replace('did:web:orchard.example', 'orchard');
  const file = new File([[header, example, bad].join('\n')], 'members.csv');
  fireEvent.change(screen.getByLabelText('Choose files'), { target: { files: [file] } });
  expect(await screen.findByText('2 rows: 1 fit to sign, 1 refused.')).toBeTruthy();
  expect(screen.getByText('organization.did')).toBeTruthy();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Sign 1 attestation' }));
  expect(await screen.findByRole('link', { name: 'Open the attestation' })).toBeTruthy();
  const body = sent.find(({ method }) => method === 'POST')?.body as { attestations: unknown[] };
  expect(body.attestations.length).toBe(1);
});

test('headings that are not known stop the signing', async () => {
  await openPortal('/attest/bulk', none);
  const [header = '', example = ''] = templateOf('BusinessRegistrationAffirmation').split('\r\n');
  const file = new File([toCsv(['note', ...header.split(',')], [['x', ...example.split(',')]])], 'm.csv');
  fireEvent.change(screen.getByLabelText('Choose files'), { target: { files: [file] } });
  expect(await screen.findByText(/are not known and would be lost: note/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Sign \d/ })).toBeNull();
});
