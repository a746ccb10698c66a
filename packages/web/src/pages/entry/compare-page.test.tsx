import type { Comparison } from '@portolan/filing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal, problem } from '../../testing/portal.tsx';
import { sampleDossier } from '../../testing/sample-views.ts';

const comparison: Comparison = {
  format: 'ae',
  fields: [
    {
      ...{ pointer: '/lines/0/enteredValue', label: 'Entered value', line: 1, block: '36A' },
      ...{ theirs: '14100', ours: '14172', verdict: 'different', provenance: 'computed', keystrokes: 5 },
    },
    {
      ...{ pointer: '/portOfEntry', label: 'Port of entry', block: '6', theirs: '2604', ours: '2604' },
      ...{ verdict: 'same', provenance: 'signed', keystrokes: 4 },
    },
  ],
  counts: { same: 1, different: 1, onlyTheirs: 0, onlyOurs: 0 },
  lines: [
    { ours: 1, filed: 2, by: 'the same invoice line', moved: true },
    { ours: 2, filed: 1, by: 'the same invoice line', moved: false },
  ],
  notCompared: ['43'],
  theirs: { fields: 31, keystrokes: 412, minutes: '3.1', how: 'Counted.' },
  ours: { fields: 0, keystrokes: 0, minutes: '0.0', how: 'Recorded.', minutesOpen: '12.5' },
  speed: { keystrokesPerHour: '8000', source: 'Assumption', certainty: 'open' },
  tolerance: { dollars: '2.99', source: 'condition 627' },
};
const url = 'POST /api/entries/ZZ9-0000103-5/compare';

async function compare(answer: unknown) {
  const opened = await openPortal('/entries/ZZ9-0000103-5/compare', { [url]: answer });
  fireEvent.change(screen.getByRole('textbox', { name: /Summary filed/ }), { target: { value: '10A' } });
  fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
  return opened;
}

test('what differs stands first, with both values, and the effort of each side', async () => {
  const { sent } = await compare(comparison);
  const table = await screen.findByRole('table', { name: 'Fields that differ' });
  expect(table.textContent).toContain('Line 1: Entered value (block 36A)');
  expect(table.textContent).toContain('14100');
  expect(table.textContent).toContain('14172');
  expect(screen.getByText('31 fields, 412 keystrokes, 3.1 minutes')).toBeTruthy();
  expect(screen.getByText('12.5 minutes, recorded')).toBeTruthy();
  const moved = await screen.findByRole('table', { name: 'Lines paired by what they say' });
  expect(moved.querySelectorAll('tbody tr').length).toBe(1);
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ text: '10A' });
});

test('a text that is no summary is refused with its reason', async () => {
  await compare(problem(422, 'FILING_AE_WIDTH'));
  expect(await screen.findByText('Could not be compared')).toBeTruthy();
});

test('an entry that was filed here says what a copy takes along, and begins a new draft', async () => {
  const { sent } = await openPortal('/entries/ZZ9-0000103-5', {
    'GET /api/entries/ZZ9-0000103-5': { ...sampleDossier, may: ['correct'] },
    'GET /api/entries/ZZ9-0000103-5/standings': { asOf: '2026-06-12T16:00:00.000Z', items: [] },
    'GET /api/entries/ZZ9-0000103-5/copy': {
      taken: [{ what: 'Bond', why: 'holds for every shipment of the client' }],
      left: [{ what: 'Commercial invoice', why: 'belongs to the old shipment' }],
    },
    'POST /api/entries/ZZ9-0000103-5/copy': problem(422, 'NODE_FILER_CODE_MISSING'),
  });
  fireEvent.click(screen.getByRole('button', { name: 'New draft from this entry' }));
  expect(await screen.findByText(/belongs to the old shipment/)).toBeTruthy();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Begin the draft' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
  expect(await screen.findByText('Could not be copied')).toBeTruthy();
});
