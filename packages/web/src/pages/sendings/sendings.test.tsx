import type { Sending } from '@portolan/contract';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';

const digest = `sha256:${'5e'.repeat(32)}`;
const sending: Sending = {
  ...{ id: 's-1', to: 'did:web:port.example', toName: 'Sample Port Foods', by: 'Ana (sample)' },
  documents: [{ digest, type: 'CertificationOfOrigin', title: 'Certification of origin COO-1' }],
  ...{ sentAt: '2026-06-11T16:00:00.000Z', state: 'waiting', envelope: digest, attempts: 2, refusals: [] },
  problem: 'the peer answered 503',
};
const arrived: Sending = {
  ...{ ...sending, id: 's-2', toName: 'Sample Harbor Foods', state: 'delivered', attempts: 0 },
  answeredAt: '2026-06-11T16:01:00.000Z',
};

test('what was sent is listed with its documents and what became of it, a page at a time', async () => {
  const { sent } = await openPortal('/sendings', {
    'GET /api/sendings': { items: [sending, arrived], total: 27, next: '25' },
    'POST /api/sendings/s-1/withdraw': { ...sending, state: 'withdrawn' },
  });
  expect(screen.getByRole('heading', { level: 1, name: 'Sent documents' })).toBeTruthy();
  expect(screen.getByText(/27 sendings/)).toBeTruthy();
  expect(screen.getAllByText(/Certification of origin COO-1/)).toHaveLength(2);
  expect(screen.getByText(/tried 2 times in vain: the peer answered 503/)).toBeTruthy();
  expect(screen.getByText('Delivered')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Next page' }).getAttribute('href')).toContain('cursor=25');
  expect(screen.getAllByRole('button', { name: /^Take back/ })).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: /^Take back/ }));
  await waitFor(() => expect(sent.some(({ path }) => path === '/api/sendings/s-1/withdraw')).toBe(true));
});

test('an empty list says where to begin', async () => {
  await openPortal('/sendings', { 'GET /api/sendings': { items: [], total: 0 } });
  expect(screen.getByText(/has sent no document by itself yet/)).toBeTruthy();
  expect(screen.queryByRole('navigation', { name: 'Pages of sent documents' })).toBeNull();
});
