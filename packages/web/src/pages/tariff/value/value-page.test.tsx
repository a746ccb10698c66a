import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../../testing/portal.tsx';
import { sampleChoices } from '../../../testing/sample-tariff.ts';
import { fragmentOf, questionIn } from '../worksheet/fragment.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const step = {
  step: 'price',
  name: 'Price paid or payable',
  why: 'the price agreed',
  cite: '19 CFR 152.103(a)(1)',
};
const worksheet = {
  method: 'transaction-value',
  cite: '19 CFR 152.103',
  currency: 'USD',
  exportDate: '2026-06-01',
  exchange: {
    currency: 'USD',
    rate: '1',
    kind: 'none',
    why: 'the sale is in US dollars',
    cite: '31 U.S.C. 5151',
    source: 'none',
    certainty: 'official',
  },
  otherExchanges: [],
  lines: [
    {
      number: '1',
      steps: [{ ...step, figure: usd('10000.00'), effect: usd('10000.00'), running: usd('10000.00') }],
      value: usd('10000.00'),
      dollars: '10000.00',
      enteredValue: '10000',
      charges: '600',
    },
  ],
  totals: {
    price: usd('10000.00'),
    additions: usd('0.00'),
    deductions: usd('0.00'),
    value: usd('10000.00'),
    dollars: '10000.00',
    enteredValue: '10000',
    charges: '600',
  },
  related: false,
  notes: [],
  reference: 'sha256:0',
};
const answers = { 'GET /api/tariff/choices': sampleChoices, 'POST /api/tariff/value': worksheet };
const question = { currency: 'USD', exportDate: '2026-06-01', lines: [{ number: '1', price: '10000.00' }] };

test('a shared link opens with its question answered', async () => {
  const { sent } = await openPortal(`/tariff/value${fragmentOf(question)}`, answers);
  await screen.findByRole('region', { name: 'Worksheet' });
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual(question);
  expect(screen.getByText('Price paid or payable')).toBeTruthy();
  expect(screen.getByLabelText(/^Price in USD/)).toHaveProperty('value', '10000.00');
});

test('a line and an amount are added, and the question goes into the address', async () => {
  const { router, sent } = await openPortal(`/tariff/value${fragmentOf(question)}`, answers);
  await screen.findByRole('region', { name: 'Worksheet' });
  fireEvent.click(screen.getByRole('button', { name: 'Add an amount' }));
  fireEvent.change(screen.getByLabelText('Amount'), { target: { value: '600.00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Compute' }));
  await screen.findByRole('region', { name: 'Worksheet' });
  const asked = { ...question, adjustments: [{ kind: 'international-freight', amount: '600.00' }] };
  expect(questionIn(router.state.location.hash)).toEqual(asked);
  expect(sent.at(-1)?.body).toEqual(asked);
});
