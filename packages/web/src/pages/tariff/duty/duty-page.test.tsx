import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../../testing/portal.tsx';
import { sampleEvaluation } from '../../../testing/sample-entry.ts';
import { sampleChoices, sampleLine } from '../../../testing/sample-tariff.ts';

const answers = {
  'GET /api/tariff/choices': sampleChoices,
  'GET /api/tariff/lines/0804504045': sampleLine,
};
const address = '/tariff/duty?hts=0804504045&origin=MX&value=5225&date=2026-06-12&q0=1000&u0=KGM';

test('an address with a question is answered, layer by layer, and asks for the line’s own units', async () => {
  const { sent } = await openPortal(address, {
    ...answers,
    'POST /api/tariff/what-if': {
      cases: [{ label: 'as given', date: '2026-06-12', result: sampleEvaluation.duty }],
    },
  });
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    question: {
      date: '2026-06-12',
      lines: [
        {
          hts: '0804504045',
          originCountry: 'MX',
          enteredValue: '5225',
          quantities: [{ value: '1000', unit: 'KGM' }],
        },
      ],
    },
    changes: [],
  });
  expect(screen.getByLabelText('Result')).toBeTruthy();
  expect(screen.getByLabelText(/Quantity in kilogram/)).toHaveProperty('value', '1000');
  expect(within(screen.getByLabelText('Preference claimed')).getByText('S – USMCA')).toBeTruthy();
});

test('cases stand side by side, with what each costs more', async () => {
  const { duty } = sampleEvaluation;
  const difference = { duty: '10.00', fees: '0.00', tax: '0.00', total: '10.00' };
  await openPortal(`${address}&vsOrigin=CN`, {
    ...answers,
    'POST /api/tariff/what-if': {
      cases: [
        { label: 'as given', date: '2026-06-12', result: duty },
        { label: 'Origin CN', date: '2026-06-12', result: duty, difference },
      ],
    },
  });
  const table = within(screen.getByRole('region', { name: 'Side by side' }));
  expect(table.getByRole('columnheader', { name: 'Origin CN' })).toBeTruthy();
  expect(table.getByText('+10.00')).toBeTruthy();
});

test('a date that cannot be known says so, offers the last day known, and goes on only with a reason', async () => {
  const refusal = {
    code: 'TARIFF_NOT_CURRENT',
    path: '/date',
    fault: 'node',
    message: 'nothing is known of 2026-11-15',
    mend: 'Import the edition in force.',
    params: { horizon: '2026-06-30', unknown: 'later revisions are not at hand' },
  };
  await openPortal(address.replace('2026-06-12', '2026-11-15'), {
    ...answers,
    'POST /api/tariff/what-if': { cases: [{ label: 'as given', date: '2026-11-15', refusals: [refusal] }] },
  });
  expect(screen.getByText('Not current.')).toBeTruthy();
  expect(screen.getByText('later revisions are not at hand', { exact: false })).toBeTruthy();
  expect(screen.getByRole('link', { name: /the last day known/ }).getAttribute('href')).toContain(
    'date=2026-06-30',
  );
  expect(screen.getByLabelText('Reason for an estimate')).toBeTruthy();
});

test('what is filled in becomes the address', async () => {
  const { router } = await openPortal('/tariff/duty', {
    ...answers,
    'POST /api/tariff/what-if': {
      cases: [{ label: 'as given', date: '2026-06-12', result: sampleEvaluation.duty }],
    },
  });
  const fill = (name: RegExp | string, value: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value } });
  fill(/^HTS number/, '0804504045');
  fill(/^Country of origin/, 'MX');
  fill(/^Entered value/, '5225');
  fill(/^Date of entry/, '2026-06-12');
  fireEvent.click(screen.getByRole('button', { name: 'Compute' }));
  await screen.findByRole('region', { name: 'Result' });
  expect(router.state.location.search).toBe('?hts=0804504045&origin=MX&value=5225&date=2026-06-12&mode=11');
});
