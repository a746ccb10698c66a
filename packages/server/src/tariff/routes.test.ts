import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { TariffLineView } from '@portolan/contract';
import { instant, type Refusal } from '@portolan/kernel';
import type { DutyResult } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import fastify, { type FastifyInstance } from 'fastify';
import { clockAt } from '../platform/clock.ts';
import type { Auth } from '../platform/tenant.ts';
import { tariffRoutes } from './routes.ts';

const auth: Auth = {
  tenant: {
    id: '00000000-0000-4000-8000-000000000001',
    slug: 'broker',
    name: 'Sample Broker',
    kind: 'trade',
    roles: ['broker'],
    did: 'did:key:sample',
    sample: true,
  },
  member: { id: '00000000-0000-4000-8000-000000000002', name: 'Sample Filer', role: 'filer' },
  by: 'session',
  scopes: [],
};
let app: FastifyInstance;

before(async () => {
  app = fastify() as unknown as FastifyInstance;
  app.setValidatorCompiler(TypeBoxValidatorCompiler as Parameters<typeof app.setValidatorCompiler>[0]);
  app.decorate('checksAnswers', true);
  app.decorateRequest('auth', { getter: () => auth });
  const reference = { tariff: loadEmbeddedReference() };
  // Nothing was imported: the shelf is empty.
  const pool = { query: async () => ({ rows: [] }) };
  tariffRoutes(app, {
    clock: clockAt(instant('2026-11-22T12:00:00.000Z')),
    reference: reference as Parameters<typeof tariffRoutes>[1]['reference'],
    pool: pool as unknown as Parameters<typeof tariffRoutes>[1]['pool'],
  });
  await app.ready();
});
after(() => app.close());

interface Answer {
  readonly status: number;
  readonly body: unknown;
}
async function get(url: string): Promise<Answer> {
  const answer = await app.inject(url);
  return { status: answer.statusCode, body: answer.json() };
}
async function post(payload: object): Promise<Answer> {
  const answer = await app.inject({ method: 'POST', url: '/api/tariff/duty', payload });
  return { status: answer.statusCode, body: answer.json() };
}
const codes = ({ body }: Answer) =>
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
