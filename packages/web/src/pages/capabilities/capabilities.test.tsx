import type { CapabilityView } from '@portolan/contract';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { limitsInWords, wordsOf } from './words.ts';

const given: CapabilityView = {
  ...{ id: 'urn:uuid:1', controller: 'did:key:z6MkAgent', target: 'https://node.example/t/grower' },
  ...{ actions: ['issue'], caveat: { types: ['PurchaseOrder'] }, reason: 'Orders of the season' },
  ...{ expires: '2026-12-31T23:59:59.000Z', createdAt: '2026-06-01T00:00:00.000Z', state: 'active' },
  ...{ uses: 2, lastUsedAt: '2026-06-02T00:00:00.000Z', capability: {} },
};

test('a right is passed on with its limits', async () => {
  const { sent } = await openPortal('/capabilities', {
    'GET /api/capabilities': { items: [given], total: 1 },
    'POST /api/capabilities': given,
  });
  expect(screen.getByText('sign documents; only of type PurchaseOrder')).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: /To whom/ }), {
    target: { value: 'did:key:z6MkAgent' },
  });
  fireEvent.click(screen.getByRole('checkbox', { name: /^File/ }));
  fireEvent.change(screen.getByRole('textbox', { name: /Only these ports/ }), {
    target: { value: '2604, 2704' },
  });
  fireEvent.change(screen.getByLabelText(/Until the end of/), { target: { value: '2026-12-31' } });
  fireEvent.change(screen.getByRole('textbox', { name: /^Why/ }), { target: { value: 'Season' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign and pass on' }));
  await screen.findByText('The right is passed on');
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    ...{ controller: 'did:key:z6MkAgent', actions: ['file'], reason: 'Season' },
    ...{ caveat: { ports: ['2604', '2704'] }, expires: '2026-12-31T23:59:59.000Z' },
  });
});

test('the limits stand in words', () => {
  const words = limitsInWords({ actions: ['file', 'read'], caveat: { ports: ['2604', '2704'] } });
  expect(words).toBe('file entries, read documents; only at port 2604 or 2704');
  expect(wordsOf(' 01, 03;11 ')).toEqual(['01', '03', '11']);
});
