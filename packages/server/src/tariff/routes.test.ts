import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TariffLineDetail, TariffLineView } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import type { DutyResult } from '@portolan/tariff';
import { type TariffAnswer, type TariffApp, tariffApp } from './testing/tariff-app.ts';

let tariff: TariffApp;
before(async () => {
  tariff = await tariffApp();
});
after(() => tariff.close());

const get = (url: string) => tariff.get<unknown>(url);
const post = (payload: object) => tariff.post<unknown>('/api/tariff/duty', payload);
const codes = ({ body }: TariffAnswer<unknown>) =>
  (body as { refusals: Refusal[] }).refusals.map(({ code, path }) => `${code} ${path}`);

test('search by words and by number, with the edition named', async () => {
  const found = (await get('/api/tariff/lines?q=pineapple%20juice&limit=3')).body as {
    items: TariffLineView[];
    edition: string;
  };
  assert.equal(found.edition, '2026-rev-10');
  assert.equal(found.items.length, 3);
  assert.ok(found.items.every(({ hts }) => hts.startsWith('20')));
  const coded = (await get('/api/tariff/lines?q=0707.00.50')).body as { items: TariffLineView[] };
  assert.equal(coded.items[0]?.hts, '0707005005');
  assert.match(coded.items[0]?.season ?? '', /May 1 to June 30/);
});

test('one line with its rates; another is not found', async () => {
  const line = (await get('/api/tariff/lines/2709.00.20.90')).body as TariffLineView;
  assert.equal(line.general, '10.5¢/bbl');
  assert.deepEqual(line.units, ['BLL']);
  assert.deepEqual(
    (line as TariffLineDetail).above.map(({ hts }) => hts),
    ['270900', '27090020'],
  );
  const missing = await get('/api/tariff/lines/2709.00.20.99');
  assert.equal(missing.status, 404);
  assert.deepEqual(codes(missing), ['TARIFF_LINE_NOT_FOUND /hts']);
  assert.deepEqual(codes(await get('/api/tariff/lines/27-09')), ['TARIFF_CODE_MALFORMED /hts']);
});

test('a date beyond the horizon is refused, one within is answered', async () => {
  assert.deepEqual(codes(await get('/api/tariff/lines/2709.00.20.90?date=2026-08-01')), [
    'TARIFF_NOT_CURRENT /date',
  ]);
  assert.equal((await get('/api/tariff/lines/2709.00.20.90?date=2026-06-12')).status, 200);
});

const cucumbers = {
  hts: '0707.00.50.05',
  originCountry: 'MX',
  enteredValue: '12000',
  quantities: [{ value: '10000', unit: 'KGM' }],
};

test('duty with and without a claim', async () => {
  const request = { entryType: '01', modeOfTransport: '30', date: '2026-06-12' };
  const without = (await post({ ...request, lines: [cucumbers] })).body as DutyResult;
  assert.equal(without.totals.total, '1801.57');
  const claimed = (await post({ ...request, lines: [{ ...cucumbers, spi: 'S' }] })).body as DutyResult;
  assert.equal(claimed.totals.total, '0.00');
});

test('what the request does not say is a formal entry by vessel', async () => {
  const result = (await post({ date: '2026-06-12', lines: [cucumbers] })).body as DutyResult;
  assert.deepEqual(
    result.fees.map((fee) => fee.class),
    ['499', '501'],
  );
});

test('an override is recorded with who gave it', async () => {
  const late = { date: '2026-10-15', lines: [cucumbers] };
  assert.deepEqual(codes(await post(late)), ['TARIFF_NOT_CURRENT /date']);
  const result = (await post({ ...late, override: 'estimate for a client' })).body as DutyResult;
  assert.deepEqual(result.override, { reason: 'estimate for a client', by: 'Sample Filer' });
});

test('refusals come as a problem with field and mend', async () => {
  const answer = await post({
    date: '2026-06-12',
    lines: [{ ...cucumbers, hts: '0707.00.20.15', originCountry: 'XX' }],
  });
  assert.equal(answer.status, 422);
  assert.deepEqual(codes(answer), [
    'TARIFF_OUT_OF_SEASON /lines/0/hts',
    'TARIFF_ORIGIN_UNKNOWN /lines/0/originCountry',
  ]);
});
