import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type {
  EditionComparison,
  EditionView,
  LineHistory,
  TariffDataView,
  TariffLineDetail,
} from '@portolan/contract';
import { instant } from '@portolan/kernel';
import type { DutyResult } from '@portolan/tariff';
import { clockAt } from '../platform/clock.ts';
import { nodeTenantId } from '../platform/node-tenant.ts';
import type { Client } from '../testing/client.ts';
import { type TestNode, testNode } from '../testing/node.ts';
import { importForNode, withdrawForNode } from './shelf/administer.ts';

let node: TestNode;
let broker: Client;
let importer: Client;
before(async () => {
  node = await testNode({ sample: 'seats', clock: clockAt(instant('2026-11-22T12:00:00.000Z')) });
  [broker, importer] = await Promise.all([node.as('broker-filer'), node.as('importer-filer')]);
});
after(() => node.close());

interface ExportRow {
  htsno: string;
  indent: string;
  description: string;
  general?: string;
}

/** A schedule of one heading, in the shape of the official export. */
function scheduleOf(rows: readonly ExportRow[]): string {
  const full = rows.map((row) => ({
    units: ['kg'],
    general: '',
    special: '',
    other: '',
    footnotes: [],
    ...row,
  }));
  return JSON.stringify(full);
}
const heading = { htsno: '0101', indent: '0', description: 'Live horses' };
const march = scheduleOf([
  heading,
  { htsno: '0101.21.00', indent: '1', description: 'Purebred', general: 'Free' },
  { htsno: '0101.21.00.10', indent: '2', description: 'Males' },
  { htsno: '0101.29.00.10', indent: '1', description: 'For slaughter', general: '4%' },
]);
const april = scheduleOf([
  heading,
  { htsno: '0101.21.00', indent: '1', description: 'Purebred', general: '2%' },
  { htsno: '0101.21.00.10', indent: '2', description: 'Males' },
  { htsno: '0101.21.00.20', indent: '2', description: 'Females' },
]);

const marchFields = {
  name: 'sample-march',
  effective: '2026-03-01',
  until: '2026-03-31',
  source: 'invented for the test',
};
const aprilFields = { ...marchFields, name: 'sample-april', effective: '2026-04-01', until: '2026-04-30' };

function form(fields: Record<string, string>, bytes: Uint8Array | string, name = 'export.json.gz'): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  data.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
  return data;
}
const send = (client: Client, fields: Record<string, string>, bytes: Uint8Array | string) =>
  client.post<TariffDataView>('/api/tariff/data', form(fields, bytes));

test('an imported edition is in force from the next question on, for its organization alone', async () => {
  const imported = await send(broker, marchFields, gzipSync(march));
  assert.equal(imported.status, 201, JSON.stringify(imported.body));
  assert.deepEqual(
    [imported.body.rows, imported.body.from, imported.body.until, imported.body.holder],
    [4, '2026-03-01', '2026-03-31', 'organization'],
  );
  const line = (await broker.get<TariffLineDetail>('/api/tariff/lines/0101210010?date=2026-03-15')).body;
  assert.equal(line.edition, 'sample-march');
  assert.equal(line.general, 'Free');
  assert.deepEqual(
    line.above.map(({ hts }) => hts),
    ['0101', '01012100'],
  );
  const other = await importer.get('/api/tariff/lines/0101210010?edition=sample-march');
  assert.deepEqual([other.status, other.codes], [404, ['NODE_TARIFF_EDITION_UNKNOWN']]);
});

test('the line through the editions, and the difference of two of them', async () => {
  assert.equal((await send(broker, aprilFields, april)).status, 201);
  const { steps } = (await broker.get<LineHistory>('/api/tariff/lines/0101210010/history')).body;
  const sample = steps.filter(({ edition }) => edition.id.startsWith('sample-'));
  assert.deepEqual(
    sample.map(({ edition, changes }) => [
      edition.id,
      ...changes.map(({ before, after }) => `${before}>${after}`),
    ]),
    [
      ['sample-march', ...(sample[0]?.changes.map(({ before, after }) => `${before}>${after}`) ?? [])],
      ['sample-april', 'Free>2%'],
    ],
  );
  const compare = '/api/tariff/editions/compare?from=sample-march&to=sample-april';
  const { counts, items } = (await broker.get<EditionComparison>(compare)).body;
  assert.deepEqual(counts, { added: 1, ended: 1, changed: 1 });
  assert.deepEqual(
    items.map(({ hts, change }) => `${hts} ${change}`),
    ['0101210010 changed', '0101210020 added', '0101290010 ended'],
  );
  const ended = (await broker.get<EditionComparison>(`${compare}&change=ended&limit=1`)).body;
  assert.deepEqual([ended.total, ended.items.length, ended.next], [1, 1, undefined]);
  const page = (await broker.get<EditionComparison>(`${compare}&limit=2`)).body;
  assert.equal(page.next, '2');
  assert.equal((await broker.get<EditionComparison>(`${compare}&limit=2&cursor=2`)).body.items.length, 1);
  const unknown = await broker.get('/api/tariff/editions/compare?from=none&to=sample-april');
  assert.deepEqual([unknown.status, unknown.codes], [404, ['NODE_TARIFF_EDITION_UNKNOWN']]);
});

test('duty is computed with it, and says so', async () => {
  const question = {
    date: '2026-04-10',
    modeOfTransport: '30',
    lines: [
      {
        hts: '0101210010',
        originCountry: 'IE',
        enteredValue: '1000',
        quantities: [{ value: '400', unit: 'KGM' }],
      },
    ],
  };
  const ours = (await broker.post<DutyResult>('/api/tariff/duty', question)).body;
  assert.deepEqual([ours.edition, ours.lines[0]?.layers[0]?.amount], ['sample-april', '20.00']);
  const theirs = await importer.post('/api/tariff/duty', question);
  assert.deepEqual(theirs.codes, ['TARIFF_NOT_CURRENT']);
});

test('the same file again changes nothing; other content under a name, and names of the program, are refused', async () => {
  assert.equal((await send(broker, marchFields, march)).status, 201);
  assert.deepEqual((await send(broker, marchFields, april)).codes, ['NODE_TARIFF_NAME_TAKEN']);
  const own = await send(broker, { ...marchFields, name: '2026-rev-10' }, march);
  assert.deepEqual([own.status, own.codes], [409, ['NODE_TARIFF_NAME_TAKEN']]);
});

test('bad files and fields are refused with field and mend, and nothing is kept', async () => {
  const fields = { ...marchFields, name: 'sample-bad' };
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, 0x20));
  const bad: [Record<string, string>, Uint8Array | string, string][] = [
    [fields, '{"rows": []}', 'TARIFF_EDITION_UNREADABLE'],
    [fields, '[{"htsno": 1}]', 'TARIFF_EDITION_UNREADABLE'],
    [fields, 'no json', 'KERNEL_JSON_SYNTAX'],
    [fields, gzipSync(march).subarray(0, 60), 'NODE_TARIFF_FILE'],
    [fields, bomb, 'NODE_TARIFF_FILE'],
    [{ ...fields, name: '../x' }, march, 'NODE_TARIFF_NAME'],
    [{ ...fields, until: '2026-02-01' }, march, 'NODE_TARIFF_FIELD'],
    [{ ...fields, effective: '' }, march, 'NODE_TARIFF_FIELD'],
    [{ ...fields, kind: 'rumours' }, march, 'NODE_TARIFF_FIELD'],
    [{ ...fields, source: '' }, march, 'NODE_TARIFF_FIELD'],
    [{ ...fields, kind: 'cases' }, '[]', 'NODE_TARIFF_FILE'],
    [{ ...fields, kind: 'cases' }, '[{"case": "x"}]', 'TARIFF_CASES_UNREADABLE'],
    [{ ...fields, kind: 'exchange-rates' }, 'EUR,guess,1,2026-01-01', 'TARIFF_EXCHANGE_TABLE_UNREADABLE'],
  ];
  for (const [given, bytes, code] of bad) {
    const answer = await send(broker, given, bytes);
    assert.equal(answer.codes[0], code, JSON.stringify(answer.body));
  }
  const { items } = (await broker.get<{ items: TariffDataView[] }>('/api/tariff/data')).body;
  assert.ok(!items.some(({ name }) => name === 'sample-bad'));
});

test('who imports the same sees it as its own, with its own name on it', async () => {
  const imported = async (client: Client) =>
    (await client.get<{ items: TariffDataView[] }>('/api/tariff/data')).body.items
      .filter(({ holder }) => holder === 'organization')
      .map(({ name, imported }) => `${name} by ${imported?.by}`);
  const ours = await imported(broker);
  assert.equal((await send(importer, marchFields, march)).status, 201);
  assert.equal((await send(importer, aprilFields, april)).status, 201);
  const theirs = await imported(importer);
  assert.equal(theirs.length, ours.length);
  assert.ok(theirs.every((line) => !ours.includes(line)));
  for (const name of ['sample-march', 'sample-april'])
    await importer.post(`/api/tariff/data/${name}/withdraw`, { reason: 'a test' });
});

test('who neither leads nor files may read and not import', async () => {
  const viewer = await node.as('grower-signer');
  assert.equal((await viewer.get('/api/tariff/data')).status, 200);
  const refused = await send(viewer, { ...marchFields, name: 'sample-signer' }, march);
  assert.deepEqual([refused.status, refused.codes], [403, ['NODE_ROLE_REQUIRED']]);
  assert.equal((await node.anonymous.get('/api/tariff/data')).status, 401);
});

test('what the operator imports is for everybody; what is withdrawn is out of use and on record', async () => {
  const { context } = node;
  const file = { name: 'export.json', bytes: new TextEncoder().encode(april) };
  const item = await importForNode(context, { ...aprilFields, name: 'node-april' }, file);
  assert.ok(item.ok);
  const editions = async (client: Client) =>
    (await client.get<{ items: EditionView[] }>('/api/tariff/editions')).body.items;
  assert.ok((await editions(importer)).some(({ id, holder }) => id === 'node-april' && holder === 'node'));

  const path = '/api/tariff/data/sample-april/withdraw';
  assert.deepEqual((await importer.post(path, { reason: 'not mine' })).codes, ['NODE_TARIFF_DATA_UNKNOWN']);
  assert.deepEqual((await broker.post('/api/tariff/data/node-april/withdraw', { reason: 'x' })).codes, [
    'NODE_TARIFF_DATA_UNKNOWN',
  ]);
  assert.equal((await broker.post(path, { reason: 'a test edition' })).status, 200);
  assert.ok(!(await editions(broker)).some(({ id }) => id === 'sample-april'));
  assert.deepEqual((await send(broker, aprilFields, april)).codes, ['NODE_TARIFF_NAME_TAKEN']);
  assert.ok((await withdrawForNode(context, 'node-april', 'a test edition')).ok);
  assert.ok(!(await editions(importer)).some(({ id }) => id === 'node-april'));

  const { rows } = await context.pool.query<{ tenant_id: string; action: string; subject: string }>(
    `select tenant_id, action, subject from audit where action like 'tariff.%' order by action, subject`,
  );
  assert.deepEqual(
    rows.map(({ tenant_id, action, subject }) => [tenant_id === nodeTenantId, action, subject]),
    [
      [true, 'tariff.import', 'node-april'],
      [false, 'tariff.import', 'sample-april'],
      [false, 'tariff.import', 'sample-april'],
      [false, 'tariff.import', 'sample-march'],
      [false, 'tariff.import', 'sample-march'],
      [true, 'tariff.withdraw', 'node-april'],
      [false, 'tariff.withdraw', 'sample-april'],
      [false, 'tariff.withdraw', 'sample-april'],
      [false, 'tariff.withdraw', 'sample-march'],
    ],
  );
});

test('an exclusion that was imported is computed with, and a layer that nobody knows is refused', async () => {
  const exclusion = {
    layer: 'section-301',
    heading: '9903.88.70',
    effect: 'none',
    claimed: true,
    prefixes: ['73269086'],
    from: '2026-01-01',
    source: 'invented for the test',
    certainty: 'unverified',
    why: 'exclusion of the test',
    cite: 'invented',
  };
  const fields = { kind: 'measures', name: 'sample-exclusions', source: 'invented for the test' };
  const wrong = await send(broker, fields, JSON.stringify([{ ...exclusion, layer: 'section-999' }]));
  assert.deepEqual(wrong.codes, ['NODE_TARIFF_FILE']);
  assert.equal((await send(broker, fields, JSON.stringify([exclusion]))).status, 201);
  const question = (headings: string[]) => ({
    date: '2026-06-15',
    modeOfTransport: '30',
    lines: [{ hts: '7326908688', originCountry: 'CN', enteredValue: '14172', headings }],
  });
  const duty = async (client: Client, headings: string[]) =>
    (await client.post<DutyResult>('/api/tariff/duty', question(headings))).body.totals?.duty;
  assert.equal(await duty(broker, []), '11039.99');
  // Without the 25% of section 301: 11,039.99 less 3,543.00.
  assert.equal(await duty(broker, ['9903.88.70']), '7496.99');
});

test('cases and rates that were imported are computed with', async () => {
  const cases = [
    {
      case: 'A-570-000',
      kind: 'antidumping',
      name: 'Sample brackets (invented)',
      origin: 'CN',
      rates: [{ rate: '25.00%', from: '2025-01-01', source: 'invented' }],
      cite: 'invented',
      certainty: 'unverified',
    },
  ];
  const noted = { source: 'invented for the test' };
  const given = { kind: 'cases', name: 'sample-cases', ...noted };
  assert.equal((await send(broker, given, JSON.stringify(cases))).status, 201);
  const question = {
    date: '2026-06-15',
    entryType: '03',
    lines: [{ hts: '7326908688', originCountry: 'CN', enteredValue: '1000', cases: [{ case: 'A-570-000' }] }],
  };
  const { totals } = (await broker.post<DutyResult>('/api/tariff/duty', question)).body;
  assert.equal(totals.antidumping, '250.00');

  const rates = 'EUR,quarterly,1.1000,2026-04-01,2026-06-30,2026-04-01,invented';
  assert.equal(
    (await send(broker, { kind: 'exchange-rates', name: 'sample-rates', ...noted }, rates)).status,
    201,
  );
  const sale = { currency: 'EUR', exportDate: '2026-06-01', lines: [{ number: '1', price: '1000.00' }] };
  const sheet = await broker.post<{ totals: { enteredValue: string } }>('/api/tariff/value', sale);
  assert.equal(sheet.body.totals.enteredValue, '1100');
  assert.notEqual((await importer.post('/api/tariff/value', sale)).status, 200);
});
