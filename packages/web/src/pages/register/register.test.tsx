import type { OversightAct } from '@portolan/parties';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleActs, sampleParty } from '../../testing/sample-standing.ts';
import { accreditationsOf } from './accreditations.ts';
import { historyOf } from './history.ts';

const party = {
  did: sampleParty,
  name: 'Sample Orchard Cooperative',
  identifiers: [{ scheme: 'lei', value: '5493001KJTIIGC8Y1R12' }],
  attestations: [
    {
      ...{ digest: `sha256:${'01'.repeat(32)}`, type: 'BusinessRegistrationAffirmation' },
      ...{ issuer: 'did:web:register.example', issuerName: 'Sample Company Register' },
      ...{ subject: sampleParty, subjectName: 'Sample Orchard Cooperative' },
      ...{ signedAt: '2026-05-04T15:00:00.000Z', until: '2027-05-03', isPublic: true },
      state: 'held' as const,
    },
  ],
};
const nobody = { 'GET /api/session': null, 'GET /api/oversight': { items: sampleActs.slice(0, 2) } };

test('anybody searches the register, and sees who may attest', async () => {
  await openPortal('/register?q=orchard', {
    ...nobody,
    'GET /api/register?q=orchard': { items: [party], total: 1 },
  });
  expect(screen.getByRole('link', { name: 'Sample Orchard Cooperative' }).getAttribute('href')).toBe(
    `/register/${encodeURIComponent(sampleParty)}`,
  );
  const attesters = within(screen.getByRole('region', { name: 'Who may attest' }));
  expect(attesters.getByText('Its key was lost.')).toBeTruthy();
});

test('a party shows identifiers, relationships and history, and nothing of who relies on it', async () => {
  const { sent } = await openPortal(`/register/${encodeURIComponent(sampleParty)}`, {
    ...nobody,
    [`GET /api/register/${encodeURIComponent(sampleParty)}`]: party,
  });
  expect(screen.getByText('5493001KJTIIGC8Y1R12')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Relationships' })).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'History' })).getAllByRole('listitem').length).toBe(2);
  const asked = sent.map(({ path }) => path).sort();
  expect(asked).toEqual([
    '/api/oversight',
    `/api/register/${encodeURIComponent(sampleParty)}`,
    '/api/session',
  ]);
});

test('a suspension that was lifted leaves the accreditation in force', () => {
  const restored: OversightAct = {
    act: 'restore',
    ...{ id: 'a3', at: '2026-06-09T12:00:00.000Z', accreditation: 'a1' },
    ...{ agency: 'did:web:agency.example', by: 'Sample Lead', reason: 'A new key.' },
  };
  expect(accreditationsOf(sampleActs)[0]?.suspendedSince).toBe('2026-06-01T12:00:00.000Z');
  expect(accreditationsOf([...sampleActs, restored])[0]?.suspendedSince).toBeUndefined();
});

test('history is newest first', () => {
  expect(historyOf(party.attestations).map(({ at }) => at)).toEqual([
    '2027-05-03',
    '2026-05-04T15:00:00.000Z',
  ]);
});
