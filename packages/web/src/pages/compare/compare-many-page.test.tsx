import type { ManyCompared } from '@portolan/contract';
import type { Comparison } from '@portolan/filing';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal, problem } from '../../testing/portal.tsx';
import { differencesCsv } from './differences-csv.ts';

const comparison: Comparison = {
  format: 'ae',
  fields: [
    {
      ...{ pointer: '/portOfEntry', label: 'Port of entry', block: '6', theirs: '2604', ours: '2304' },
      ...{ verdict: 'different', provenance: 'signed', keystrokes: 4 },
    },
  ],
  counts: { same: 0, different: 1, onlyTheirs: 0, onlyOurs: 0 },
  lines: [],
  notCompared: [],
  theirs: { fields: 1, keystrokes: 4, minutes: '0.0', how: 'Counted.' },
  ours: { fields: 0, keystrokes: 0, minutes: '0.0', how: 'Recorded.' },
  speed: { keystrokesPerHour: '8000', source: 'Assumption', certainty: 'open' },
  tolerance: { dollars: '2.99', source: 'condition 627' },
};
const many: ManyCompared = {
  items: [
    { name: 'june.txt', part: 1, entryNumber: 'ZZ9-0000103-5', by: 'bill of lading', comparison },
    {
      name: 'odd.txt',
      refusals: [
        { code: 'NODE_COMPARE_UNKNOWN', path: '', fault: 'sender', message: 'No entry.', mend: 'Name it.' },
      ],
    },
  ],
  totals: {
    ...{ summaries: 2, compared: 1, agree: 0, fields: 1, same: 0, different: 1, onlyTheirs: 0, onlyOurs: 0 },
    ...{ linesMoved: 0, often: [{ label: 'Port of entry', summaries: 1 }] },
    theirs: { fields: 1, keystrokes: 4, minutes: '0.0' },
    ours: { fields: 0, keystrokes: 0, minutes: '0.0' },
  },
};

async function drop(answer: unknown) {
  const opened = await openPortal('/compare', { 'POST /api/compare': answer });
  const file = new File(['10A'], 'june.txt', { type: 'text/plain' });
  fireEvent.change(screen.getByLabelText('Choose files'), { target: { files: [file] } });
  return opened;
}

test('a folder of summaries: a row each with its entry, the sums, and why one was not compared', async () => {
  const { sent } = await drop(many);
  const table = await screen.findByRole('table', { name: 'Summaries and the entries they are of' });
  expect(table.textContent).toContain('june.txt (1)');
  expect(table.textContent).toContain('by bill of lading');
  expect(table.querySelector('tfoot')?.textContent).toContain('1 entry');
  expect(screen.getByText('Port of entry (1)')).toBeTruthy();
  expect(screen.getByText(/: No entry\./)).toBeTruthy();
  expect(sent.find(({ path }) => path === '/api/compare')?.body).toEqual({
    files: [{ name: 'june.txt', text: '10A' }],
  });
});

test('more than one request takes is refused with its reason', async () => {
  await drop(problem(422, 'NODE_COMPARE_TOO_MANY'));
  expect(await screen.findByText('Could not be compared')).toBeTruthy();
});

test('differences as a table of their own, one row for what was not compared', () => {
  const rows = differencesCsv(many).trim().split(/\r?\n/);
  expect(rows.length).toBe(3);
  expect(rows[1]).toContain('2604');
  expect(rows[2]).toContain('No entry.');
});
