import type { StatusListView } from '@portolan/contract';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';

const list: StatusListView = {
  ...{
    address: 'https://node.example/status-lists/1/message',
    purpose: 'message',
    size: 2,
    form: 'bbs-2023',
  },
  ...{ issuer: 'did:key:z', entries: 131_072, taken: 3, set: 1, version: 4, ttl: 60 },
  signedAt: '2026-06-10T16:00:00.000Z',
};

test('a list of several bits says how many values an entry has', async () => {
  await openPortal('/status-lists', { 'GET /api/status-lists': { items: [list] } });
  expect(screen.getByText('2 bits, 4 values')).toBeTruthy();
  expect(screen.getByText('3 of 131,072')).toBeTruthy();
});

test('a message is set by its number', async () => {
  const { sent } = await openPortal('/status-lists', {
    'GET /api/status-lists': { items: [list] },
    'POST /credentials/status': { status: 3 },
  });
  fireEvent.change(screen.getByRole('textbox', { name: /Identifier of the credential/ }), {
    target: { value: 'urn:uuid:1' },
  });
  fireEvent.change(screen.getByRole('combobox', { name: 'Which status' }), { target: { value: 'message' } });
  fireEvent.change(screen.getByRole('textbox', { name: /^Value/ }), { target: { value: '3' } });
  fireEvent.click(screen.getByRole('button', { name: 'Publish the status' }));
  await screen.findByText('The status is now 3');
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    ...{ credentialId: 'urn:uuid:1', credentialStatus: { statusPurpose: 'message' }, status: 3 },
  });
});
