import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../../testing/portal.tsx';
import { sampleSession } from '../../../testing/samples.ts';
import { fragmentOf } from '../worksheet/fragment.ts';

const candidate = {
  hts: '8518302000',
  description: 'Other',
  path: ['Microphones and stands therefor', 'Headphones and earphones'],
  confidence: '0.712',
  basis: 'facts',
  reasons: [{ speaks: 'for', fact: 'earbuds', from: 'title', line: 'Headphones and earphones' }],
  rule: 'GRI 1 and 6',
};
const other = { ...candidate, hts: '8517620090', confidence: '0.120', reasons: [] };
const classification = {
  edition: '2026-rev-10',
  effective: '2026-06-08',
  candidates: [candidate, other],
  ranked: [],
  deciding: {
    question: 'What is it made for?',
    fact: 'use',
    choices: [
      { answer: 'Headphones', hts: '8518302000' },
      { answer: 'Transmission', hts: '8517620090' },
    ],
  },
  abstains: false,
  threshold: '0.350',
  past: [],
  read: [{ fact: 'goods', value: 'earbuds', from: 'title' }],
};
const product = {
  key: 'facts:0',
  facts: {},
  codes: [],
  hts: '8518302000',
  provisional: true,
  updatedAt: '2026-06-10T00:00:00Z',
  updatedBy: 'Sample Member',
};
const answers = {
  'GET /api/session': { ...sampleSession, face: 'filer' },
  'POST /api/tariff/classify': { key: 'facts:0', known: false, classification },
  'POST /api/products': product,
  'POST /api/products/facts%3A0/codes': { product, drafts: { looked: 2, repriced: [] } },
};
const question = { facts: { title: 'wireless earbuds' } };

test('a product is classified with reasons and the fact that decides', async () => {
  await openPortal(`/tariff/classify${fragmentOf(question)}`, answers);
  await screen.findByRole('region', { name: 'Lines in edition 2026-rev-10' });
  expect(screen.getByText(/Speaks for it: earbuds \(title\)/)).toBeTruthy();
  expect(screen.getByText(/What would decide: What is it made for/)).toBeTruthy();
  expect(screen.getByText('71%', { exact: false })).toBeTruthy();
});

test('a product is kept provisionally, and the open drafts are priced again', async () => {
  const { sent } = await openPortal(`/tariff/classify${fragmentOf(question)}`, answers);
  fireEvent.click(await screen.findByRole('button', { name: 'Use it provisionally' }));
  await screen.findByText(/2 open drafts were derived again/);
  expect(sent.find(({ path }) => path.endsWith('/codes'))?.body).toEqual({
    kind: 'decision',
    hts: '8518302000',
    provisional: true,
  });
});
