import type { IssuedCredential } from '@portolan/contract';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal, problem } from '../../testing/portal.tsx';

const digest = `sha256:${'5e'.repeat(32)}`;
const at = encodeURIComponent(digest);
const certificate: IssuedCredential = {
  digest,
  type: 'CertificationOfOrigin',
  title: 'Certification of origin COO-1',
  issuedAt: '2026-06-10T16:00:00.000Z',
  status: 'valid',
  logIndex: 3,
  credential: { credentialSubject: { number: 'COO-1' } },
};
const unsent = { [`GET /api/sendings?digest=${at}&limit=100`]: { items: [], total: 0 } };
const form = { 'GET /api/credentials?limit=50': { items: [], total: 0 } };

test('a revocation asks once more and carries the reason', async () => {
  const path = `/api/credentials/${at}`;
  const { sent } = await openPortal(`/certificates/${at}`, {
    ...unsent,
    [`GET ${path}`]: certificate,
    [`POST ${path}/status`]: { ...certificate, status: 'revoked' },
  });
  fireEvent.click(screen.getByRole('radio', { name: /^Revoke/ }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Reason' }), { target: { value: 'Wrong lot.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Publish the status' }));
  expect(sent.some((request) => request.method === 'POST')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Revoke' }));
  await waitFor(() =>
    expect(sent.find((request) => request.method === 'POST')?.body).toEqual({
      action: 'revoke',
      reason: 'Wrong lot.',
    }),
  );
});

test('a document is sent to a party that was searched for; what waits can be taken back', async () => {
  const waiting = {
    ...{
      id: 's-1',
      documents: [],
      to: 'did:web:port.example',
      toName: 'Sample Port Foods',
      by: 'Ana (sample)',
    },
    ...{ sentAt: '2026-06-11T16:00:00.000Z', state: 'waiting', envelope: digest, attempts: 2, refusals: [] },
    problem: 'the peer answered 503',
  };
  const { sent } = await openPortal(`/certificates/${at}`, {
    [`GET /api/credentials/${at}`]: certificate,
    [`GET /api/sendings?digest=${at}&limit=100`]: { items: [waiting], total: 1 },
    'GET /api/recipients?q=harbor': {
      items: [{ did: 'did:web:harbor.example', name: 'Sample Harbor Foods' }],
    },
    'POST /api/sendings': waiting,
    'POST /api/sendings/s-1/withdraw': waiting,
  });
  expect(screen.getByText(/the peer answered 503/)).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: /Find the receiver/ }), {
    target: { value: 'harbor' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Search' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Send to Sample Harbor Foods' }));
  await waitFor(() =>
    expect(sent.find(({ method, path }) => method === 'POST' && path === '/api/sendings')?.body).toEqual({
      digests: [digest],
      to: 'did:web:harbor.example',
    }),
  );
  fireEvent.click(await screen.findByRole('button', { name: /Take back/ }));
  await waitFor(() => expect(sent.some(({ path }) => path === '/api/sendings/s-1/withdraw')).toBe(true));
});

test('what was revoked offers no further step', async () => {
  await openPortal(`/certificates/${at}`, {
    ...unsent,
    [`GET /api/credentials/${at}`]: { ...certificate, status: 'revoked', statusReason: 'Wrong lot.' },
  });
  expect(screen.getByText('Revoked for good')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Publish the status' })).toBeNull();
});

test('a refused certificate says what to mend beside its field', async () => {
  await openPortal('/certificates/new', {
    ...form,
    'POST /api/credentials/issue': problem(422, 'DOC_SHAPE', '/goods/0/hs6'),
  });
  fireEvent.submit(screen.getByRole('button', { name: 'Sign' }).closest('form') as HTMLFormElement);
  await screen.findByRole('alert');
  const field = screen.getByRole('textbox', { name: /HS code/ });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById('field-goods-0-hs6-error')?.textContent).toBe('Mend of DOC_SHAPE');
});

test('a spreadsheet fills the goods of the form', async () => {
  await openPortal('/certificates/new', form);
  const csv = 'description,hs6,criterion,originCountry\nMangoes,080450,A,MX\nPeppers,070960,A,MX\n';
  fireEvent.change(screen.getByLabelText('Choose files'), {
    target: { files: [new File([csv], 'goods.csv')] },
  });
  expect(await screen.findByRole('group', { name: 'Good 2' })).toBeTruthy();
  expect(screen.getByDisplayValue('Peppers')).toBeTruthy();
});

test('a file that is not one document is refused with its mend', async () => {
  await openPortal('/certificates/new', form);
  fireEvent.change(screen.getByLabelText('Choose files'), {
    target: { files: [new File(['[]'], 'all.json')] },
  });
  expect(await screen.findByText(/Give a file with one JSON object/)).toBeTruthy();
});
