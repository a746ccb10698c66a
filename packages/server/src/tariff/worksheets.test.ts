import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TariffChoices, TariffOutline, WhatIfCaseView } from '@portolan/contract';
import type { DutyResult, OriginWorksheet, ValueWorksheet } from '@portolan/tariff';
import { type TariffApp, tariffApp } from './testing/tariff-app.ts';

let tariff: TariffApp;
before(async () => {
  tariff = await tariffApp();
});
after(() => tariff.close());

const brackets = { hts: '7326908688', originCountry: 'CN', enteredValue: '14172' };

test('the layers of Chinese steel brackets come to 11,039.99, fees apart', async () => {
  const question = { date: '2026-06-15', modeOfTransport: '30', lines: [brackets] };
  const { body } = await tariff.post<DutyResult>('/api/tariff/duty', question);
  assert.equal(body.totals.duty, '11039.99');
  assert.equal(body.totals.fees, '49.09');
  // 2.9%, 25% and 50% of 14,172.
  const amounts = body.lines[0]?.layers
    .filter(({ applied }) => applied)
    .map(({ layer, amount }) => [layer, amount]);
  assert.deepEqual(amounts, [
    ['base', '410.99'],
    ['section-301', '3543.00'],
    ['section-232-metals', '7086.00'],
  ]);
});

test('other cases stand beside the question; one that is refused keeps its reasons', async () => {
  const { body } = await tariff.post<{ cases: WhatIfCaseView[] }>('/api/tariff/what-if', {
    question: { date: '2026-06-15', modeOfTransport: '30', lines: [brackets] },
    changes: [
      { label: 'from Mexico', originCountry: 'MX' },
      { label: 'claiming S', spi: 'S' },
      { label: 'later', date: '2026-11-15' },
    ],
  });
  assert.deepEqual(
    body.cases.map(({ label, difference, refusals }) => [label, difference?.duty ?? refusals?.[0]?.code]),
    [
      ['as given', undefined],
      ['from Mexico', '-3543.00'],
      ['claiming S', 'TARIFF_SPI_ORIGIN'],
      ['later', 'TARIFF_NOT_CURRENT'],
    ],
  );
  assert.match(String(body.cases[3]?.refusals?.[0]?.params?.unknown), /later revisions/);
});

test('a question without the shape of one is refused by field', async () => {
  const answer = await tariff.post('/api/tariff/what-if', {
    question: { date: 'soon', lines: [] },
    changes: [],
  });
  assert.equal(answer.status, 400);
});

test('a sale is valued step by step', async () => {
  const sale = {
    currency: 'USD',
    exportDate: '2026-06-01',
    incoterm: { code: 'CIF', place: 'Houston' },
    lines: [{ number: '1', price: '10000.00' }],
    adjustments: [{ kind: 'international-freight', amount: '600.00', identified: true }],
  };
  const { body } = await tariff.post<ValueWorksheet>('/api/tariff/value', sale);
  assert.deepEqual([body.totals.enteredValue, body.totals.charges], ['9400', '600']);
  const refused = await tariff.post('/api/tariff/value', { ...sale, currency: 'EUR' });
  assert.equal(refused.status, 422);
});

test('the kinds of origin that are asked are answered, each apart', async () => {
  const melt = { date: '2026-06-12', hs: '7306305085', meltCountry: 'MX', pourCountry: 'MX' };
  const { body } = await tariff.post<OriginWorksheet>('/api/tariff/origin', { melt });
  assert.equal(body.melt?.outcome, 'complete');
  assert.equal(body.preference, undefined);
});

test('forms are offered codes with their names', async () => {
  const { body } = await tariff.get<TariffChoices>('/api/tariff/choices');
  assert.ok(body.incoterms.some(({ code }) => code === 'FOB'));
  assert.ok(body.adjustments.some(({ code }) => code === 'assist'));
  assert.ok(body.agreements.some(({ code }) => code === 'USMCA'));
});

test('a heading is shown row by row as printed', async () => {
  const { body } = await tariff.get<TariffOutline>('/api/tariff/outline/070960');
  assert.equal(body.rows[0]?.hts, '070960');
  assert.ok(body.rows.some(({ hts, description }) => hts === '' && description === 'Other:'));
  assert.equal((await tariff.get('/api/tariff/outline/0001')).status, 404);
});
