import type { AttestationView } from '@portolan/contract';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleActs, sampleParty, sampleStanding } from '../../testing/sample-standing.ts';
import { sampleSession } from '../../testing/samples.ts';
import { asOfInstant } from './card.ts';

const digest = `sha256:${'01'.repeat(32)}`;
const held: AttestationView = {
  ...{ digest, type: 'BusinessRegistrationAffirmation', kind: 'company-register' },
  ...{ issuer: 'did:web:register.example', issuerName: 'Sample Company Register' },
  ...{ subject: sampleParty, subjectName: 'Sample Orchard Cooperative' },
  ...{ signedAt: '2026-05-04T15:00:00.000Z', isPublic: false, state: 'held' },
};
const encoded = encodeURIComponent(sampleParty);
const answers = {
  [`GET /api/standings/${encoded}?role=any`]: { standing: sampleStanding, digest },
  'GET /api/policies': { items: [] },
  [`GET /api/attestations?subject=${encoded}&limit=200`]: { items: [held], total: 1 },
  'GET /api/oversight/acts': { items: sampleActs },
  'GET /api/standing-notices?limit=100': { items: [] },
  'GET /api/attestation-requests': { items: [] },
  'GET /api/oversight': { items: sampleActs.slice(0, 2) },
};
const own = {
  ...answers,
  'GET /api/session': { ...sampleSession, tenant: { ...sampleSession.tenant, did: sampleParty } },
};
const at = `/parties/${encoded}`;

test('the card shows the level with every part of its reasoning, and how to close the gap', async () => {
  await openPortal(at, answers);
  expect(screen.getByRole('heading', { level: 1, name: 'Sample Orchard Cooperative' })).toBeTruthy();
  const gaps = within(screen.getByRole('region', { name: /What is missing/ }));
  expect(gaps.getByText('Ask an accredited bank.')).toBeTruthy();
  expect(gaps.getByText(/falls to “No level”/)).toBeTruthy();
  const reasoning = within(screen.getByRole('region', { name: 'How the level came about' }));
  expect(reasoning.getAllByText('Not met').length).toBeGreaterThan(0);
  expect(screen.getByText('Constructed by the rule')).toBeTruthy();
});

test('the picture of relationships has a table that says the same', async () => {
  await openPortal(at, answers);
  const part = within(screen.getByRole('region', { name: 'Relationships' }));
  expect(part.getAllByRole('img', { name: /Picture of 3 parties and 3 lines/ }).length).toBe(2);
  expect(part.getByText('Set aside: The two vouch for each other.')).toBeTruthy();
});

test('somebody else’s card can be watched; it offers neither appeal nor making public', async () => {
  const { sent } = await openPortal(at, {
    ...answers,
    [`POST /api/standings/${encoded}/watch`]: { standing: sampleStanding, digest },
  });
  expect(screen.queryByRole('button', { name: /^Appeal/ })).toBeNull();
  expect(screen.queryByRole('region', { name: /What is public/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Tell me of changes' }));
  expect((await screen.findAllByText('You will be told of changes')).length).toBeGreaterThan(0);
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    role: 'any',
    agency: 'did:web:agency.example',
  });
});

test('the holder makes an attestation public', async () => {
  const path = `/api/attestations/${encodeURIComponent(digest)}/public`;
  const { sent } = await openPortal(at, { ...own, [`POST ${path}`]: { ok: true } });
  fireEvent.click(screen.getByRole('button', { name: /^Make public/ }));
  await waitFor(() => expect(sent.find((one) => one.path === path)?.body).toEqual({ isPublic: true }));
});

test('the holder appeals against an act with grounds', async () => {
  const { sent } = await openPortal(at, { ...own, 'POST /api/oversight/appeals': { act: {} } });
  fireEvent.click(screen.getByRole('button', { name: /^Appeal ?Barred/ }));
  fireEvent.change(document.getElementById('reason-appeal-o1') as HTMLElement, {
    target: { value: 'Another farm.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Appeal' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      ...{ against: 'o1', reason: 'Another farm.', agency: 'did:web:agency.example' },
    }),
  );
});

test('a day in the address means its end', () => {
  expect(asOfInstant('2026-06-12')).toBe('2026-06-12T23:59:59.999Z');
  expect(asOfInstant('2026-06-12T16:00:00.000Z')).toBe('2026-06-12T16:00:00.000Z');
  expect(asOfInstant(undefined)).toBeUndefined();
});
