import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleDossier } from '../../testing/sample-views.ts';

const answers = {
  'GET /api/entries/ZZ9-0000103-5': sampleDossier,
  'GET /api/entries/ZZ9-0000103-5/standings': { asOf: '2026-06-12T16:00:00.000Z', items: [] },
};

test('the dossier says its state and who moves next', async () => {
  await openPortal('/entries/ZZ9-0000103-5', answers);
  expect(screen.getByText('Asked for information')).toBeTruthy();
  expect(screen.getAllByText(/Next: the grower/).length).toBeGreaterThan(0);
});

test('an officer decides with a reason', async () => {
  const { sent } = await openPortal('/entries/ZZ9-0000103-5', {
    ...answers,
    'POST /api/entries/ZZ9-0000103-5/decision': { ...sampleDossier, stateWords: 'Accepted' },
  });
  fireEvent.click(screen.getByRole('radio', { name: /Accept/ }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Reason' }), { target: { value: 'In order.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign the decision' }));
  await waitFor(() =>
    expect(sent.find((request) => request.method === 'POST')?.body).toEqual({
      outcome: 'accept',
      reason: 'In order.',
    }),
  );
});

test('who may not decide sees no decision form', async () => {
  await openPortal('/entries/ZZ9-0000103-5', {
    ...answers,
    'GET /api/entries/ZZ9-0000103-5': { ...sampleDossier, may: [] },
  });
  expect(screen.queryByRole('button', { name: 'Sign the decision' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Ask for information' })).toBeNull();
});

test('a replay that gives other bytes is said loudly', async () => {
  const digest = `sha256:${'4d'.repeat(32)}`;
  await openPortal('/entries/ZZ9-0000103-5', {
    ...answers,
    'GET /api/entries/ZZ9-0000103-5/replay': {
      same: false,
      recorded: digest,
      recomputed: digest,
      ruleVersion: '2026.11.1',
      bytes: 10,
    },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Compute the decision again' }));
  expect(await screen.findByText(/The bytes differ/)).toBeTruthy();
});

test('a line has its own address', async () => {
  await openPortal('/entries/ZZ9-0000103-5/lines/2', answers);
  expect(screen.getByRole('heading', { level: 1, name: 'Line 2 of entry ZZ9-0000103-5' })).toBeTruthy();
});

test('a line that the entry has not is not found', async () => {
  await openPortal('/entries/ZZ9-0000103-5/lines/9', answers);
  expect(screen.getByRole('heading', { level: 1, name: 'Page not found' })).toBeTruthy();
});

test('an agency sees which other entry has the same invoice line, and whose it is', async () => {
  const enteredElsewhere = [{ line: 1, entryNumber: 'ZZ8-0000010-3', filer: 'Sample Second Filer' }];
  await openPortal('/entries/ZZ9-0000103-5', {
    ...answers,
    'GET /api/entries/ZZ9-0000103-5': { ...sampleDossier, enteredElsewhere },
  });
  expect(screen.getByRole('heading', { name: 'Entered elsewhere, too' })).toBeTruthy();
  const link = screen.getByRole('link', { name: 'ZZ8-0000010-3' });
  expect(link.getAttribute('href')).toBe('/entries/ZZ8-0000010-3');
  expect(screen.getByText(/of Sample Second Filer enters the same/)).toBeTruthy();
});
