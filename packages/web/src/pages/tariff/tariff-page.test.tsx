import type { TariffLineView } from '@portolan/contract';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleEvaluation } from '../../testing/sample-entry.ts';

const line: TariffLineView = {
  hts: '0804504045',
  description: 'Mangoes, if entered during the period from September 1 to May 31',
  path: ['Dates, figs, pineapples', 'Guavas, mangoes and mangosteens', 'Fresh'],
  units: ['KGM'],
  general: '6.6¢/kg',
  special: 'Free (S)',
  column2: '33.1¢/kg',
  footnotes: [],
  edition: '2026-rev-10',
};

test('a search shows the lines of the edition with their rates', async () => {
  await openPortal('/tariff?q=mangoes', {
    'GET /api/tariff/lines?q=mangoes': { items: [line], edition: '2026-rev-10' },
  });
  expect(screen.getByRole('link', { name: '0804.50.40.45' })).toBeTruthy();
  expect(screen.getByText('6.6¢/kg')).toBeTruthy();
});

test('the duty of a line is asked for in its own units and shown with its steps', async () => {
  const { sent } = await openPortal('/tariff?hts=0804504045&date=2026-06-12', {
    'GET /api/tariff/lines/0804504045?date=2026-06-12': line,
    'POST /api/tariff/duty': sampleEvaluation.duty,
  });
  fireEvent.change(screen.getByRole('textbox', { name: 'Entered value' }), { target: { value: '5225' } });
  fireEvent.click(screen.getByRole('button', { name: 'Compute' }));
  await screen.findByText('98.58 USD');
  await waitFor(() =>
    expect(sent.find((request) => request.method === 'POST')?.body).toEqual({
      date: '2026-06-12',
      entryType: '01',
      modeOfTransport: '30',
      lines: [
        {
          hts: '0804504045',
          originCountry: 'MX',
          enteredValue: '5225',
          quantities: [{ value: '1000', unit: 'KGM' }],
        },
      ],
    }),
  );
});
