import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { PipelineMonth } from '@portolan/contract';
import { createClient, type TestNode } from '@portolan/server/testing';
import { type Ran, runPortolan } from '../testing/run-portolan.ts';
import {
  crossedBetween,
  crossedOn,
  DEALS,
  injectionOf,
  LINE,
  productionOf,
  profileOf,
  saleOf,
} from '../testing/three-owner-month.ts';
import { openTwoNodes, type Seat, type TwoNodes } from '../testing/two-nodes.ts';

const owners = ['first', 'second', 'third'] as const;

describe('a month with three owners: the pipeline on one node, the agency on another, by the command line', () => {
  let trade: TestNode;
  let customs: TestNode;
  let folder: string;
  let nodes: TwoNodes;
  let seats: TwoNodes['seats'];
  const of = (slug: string) => seats.get(slug) as Seat;
  const named = (slug: string) => ({ name: of(slug).name, did: of(slug).did });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portolan-three-owners-'));
    nodes = await openTwoNodes({
      ...{ facility: ['producer'], pipeline: ['importer'] },
      ...Object.fromEntries(owners.map((slug) => [slug, ['importer']])),
    });
    ({ trade, customs, seats } = nodes);
  });
  after(async () => {
    await nodes.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function as(slug: string, ...args: string[]): Promise<Ran> {
    const { node, token } = of(slug);
    return runPortolan([...args, '--node', node.url, '--token', token], {}, new Date().toISOString());
  }
  async function works(slug: string, ...args: string[]): Promise<string> {
    const ran = await as(slug, ...args);
    assert.equal(ran.exitCode, 0, `${args.join(' ')}\n${ran.error}${ran.out}`);
    return ran.out;
  }
  const client = (slug: string) =>
    createClient(of(slug).node.url, { authorization: `Bearer ${of(slug).token}` });

  /** Signed and sent at once: a month has many papers, and each command is a process of its own. */
  async function sign(
    by: string,
    type: string,
    document: object,
    to: readonly string[],
    hidden: readonly string[] = [],
  ): Promise<string> {
    const form = hidden.length > 0 ? { form: 'vc+sd-jwt' } : {};
    const issued = await client(by).post<{ digest: string }>('/api/credentials/issue', {
      ...{ type, document },
      ...form,
    });
    assert.equal(issued.status, 201, issued.codes.join());
    for (const slug of [...to, ...hidden]) {
      const body = { digests: [issued.body.digest], to: of(slug).did };
      const hide = hidden.includes(slug) ? { hide: true } : {};
      const sent = await client(by).post('/api/sendings', { ...body, ...hide });
      assert.equal(sent.status, 202, sent.codes.join());
    }
    return issued.body.digest;
  }

  async function settled(): Promise<void> {
    await trade.areas.trade.settled();
    await customs.areas.trade.settled();
  }

  /** Asks until what was sent has arrived on the other node. */
  async function until(slug: string, args: readonly string[], wanted: RegExp): Promise<string> {
    const deadline = performance.now() + 30_000;
    for (;;) {
      await settled();
      const { error, out } = await as(slug, ...args);
      if (wanted.test(out)) return out;
      assert.ok(performance.now() < deadline, `${args.join(' ')}: ${error}${out}`);
    }
  }

  const month = ['line', 'month', LINE, '2026-08'];

  it('the operator signs what it measured, owners sell in the pipe', async () => {
    await sign('pipeline', 'PipelineProfile', profileOf(named), ['agency', ...owners]);
    await sign('facility', 'LiquidProduction', productionOf(named), ['agency', 'pipeline'], [...owners]);
    await sign('pipeline', 'MeasurementTicket', injectionOf(named), ['agency', 'first'], ['second', 'third']);
    const tickets: string[] = [];
    for (let day = 1; day <= 31; day += 1)
      tickets.push(await sign('pipeline', 'MeasurementTicket', crossedOn(named, day), []));
    for (const slug of ['agency', ...owners])
      await works('pipeline', 'send', ...tickets, '--to', of(slug).did);
    await settled();
    const sales = [
      saleOf(named, 'first', 'second', '15500', 11),
      saleOf(named, 'second', 'third', '7750', 21),
    ];
    for (const sale of sales) {
      const file = join(folder, `${sale.number}.json`);
      await writeFile(file, JSON.stringify(sale));
      const sold = await works(
        sale.seller.name === named('first').name ? 'first' : 'second',
        'line',
        'sell',
        file,
      );
      assert.match(sold, /sent to the agency, Sample agency, in full/);
      assert.match(sold, /sent to the operator, Sample pipeline, without contract, price/);
    }
  });

  it('operator and agency compute the same month of the same papers, owner by owner', async () => {
    const count = /computed from\s+36 papers/;
    const there = await until('agency', month, count);
    const here = await until('pipeline', month, count);
    for (const out of [here, there]) {
      assert.equal(out.split('\n').filter((row) => /^ {2}2026-08-\d\d .*measured/.test(row)).length, 31);
      for (const [slug, volume] of [
        ['first', '20,500'],
        ['second', '7,750'],
        ['third', '2,750'],
      ] as const)
        assert.match(out, new RegExp(`${named(slug).name}\\s+2026-08-01\\s+2026-08-31 .* S\\s+${volume}`));
    }
    const [mine, theirs] = await Promise.all(
      ['pipeline', 'agency'].map(async (slug) => {
        const view = JSON.parse(await works(slug, ...month, '--json')) as PipelineMonth;
        const { balance, entries, process } = view;
        return { papers: view.papers.digest, balance, process, lines: entries.map(({ lines }) => lines) };
      }),
    );
    assert.deepEqual(mine, theirs);
    assert.match(there, /has not entered/);
    assert.doesNotMatch(here, /has not entered/);
    const day = await works('agency', 'line', 'day', LINE, '2026-08-21');
    for (const volume of ['500', '250', '250']) assert.match(day, new RegExp(`\\s${volume}\\s+free`));
  });

  it('the last owner enters its barrels and proves their origin, and learns of no sale before its own', async () => {
    const own = await until('third', month, /2,750/);
    assert.match(own, /2709\.00\.10\.00\s+S\s+2,750\s+\$0\.00/);
    assert.doesNotMatch(own, /never had title|REFUSED/);
    const sheet = await works('third', 'line', 'sheet', LINE, '2026-08', '--owner', of('third').did);
    assert.match(sheet, /total\s+2750|total\s+2,750/);
    assert.match(sheet, /LiquidProduction|TitleTransfer/);
    const held = await heldBy('third');
    assert.ok(held.includes(DEALS.second.price) && held.includes(of('second').did));
    for (const secret of [of('first').did, named('first').name, ...Object.values(DEALS.first)])
      assert.ok(!held.includes(secret), `${secret} in what the last owner holds`);
  });

  it('nobody but the two and the agency holds a price, and the facility holds no sale at all', async () => {
    const prices = Object.values(DEALS).flatMap((deal) => Object.values(deal));
    const [operator, facility] = [await heldBy('pipeline'), await heldBy('facility')];
    for (const secret of prices) assert.ok(!operator.includes(secret) && !facility.includes(secret), secret);
    for (const slug of owners) assert.ok(!facility.includes('TO-T-'), slug);
    const first = await heldBy('first');
    assert.ok(!first.includes(DEALS.second.contract));
    const agency = await heldBy('agency');
    for (const secret of prices) assert.ok(agency.includes(secret), 'the agency reads it');
  });

  /** Every row that is an organization's own, as text, with what is written in it as hex or base64url. */
  async function heldBy(slug: string): Promise<string> {
    const { pool } = of(slug).node.context;
    const { rows: tables } = await pool.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await pool.query<{ text: string }>(
        `select t::text as text from "${name}" t where t.tenant_id in (select id from tenants where slug = $1)`,
        [slug],
      );
      texts.push(...rows.map(({ text }) => text));
    }
    return decoded(texts.join('\n'));
  }

  it('days of 23 and 25 hours have neither a missing hour nor one too many', async () => {
    const span = (number: string, from: string, to: string) =>
      sign('pipeline', 'MeasurementTicket', crossedBetween(named, number, from, to, '10'), []);
    // The clock goes on at two in the night of 8 March and back at two of 1 November 2026.
    await span('TO-M7', '2026-03-07T06:00:00Z', '2026-03-08T06:00:00Z');
    await span('TO-M8', '2026-03-08T06:00:00Z', '2026-03-09T05:00:00Z');
    await span('TO-N1a', '2026-11-01T05:00:00Z', '2026-11-01T06:30:00Z');
    // Both read half past one on the clock of the meter; they are an hour apart and overlap nowhere.
    await span('TO-N1b', '2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z');
    await span('TO-N1c', '2026-11-01T07:30:00Z', '2026-11-02T06:00:00Z');
    await settled();
    const march = await works('pipeline', 'line', 'day', LINE, '2026-03-08');
    assert.match(march, /2026-03-08: measured, 10 barrels/);
    const november = await works('pipeline', 'line', 'day', LINE, '2026-11-01');
    assert.match(november, /2026-11-01: measured, 30 barrels/);
    for (const out of [march, november]) assert.doesNotMatch(out, /overlap|OIL_DAY_LENGTH|covers/);
    await span('TO-N2', '2026-11-02T06:00:00Z', '2026-11-03T05:00:00Z');
    await settled();
    const short = await works('pipeline', 'line', 'day', LINE, '2026-11-02');
    assert.match(short, /2026-11-02: partly/);
    assert.match(short, /OIL_DAY_LENGTH|OIL_DAY_/);
  });

  it('says that rates of a month are not at hand, calls nothing free, and shows the month all the same', async () => {
    const [from, to] = ['2025-11-02T05:00:00Z', '2025-11-03T06:00:00Z'];
    await sign('pipeline', 'MeasurementTicket', crossedBetween(named, 'TO-O2', from, to, '10'), []);
    await settled();
    const out = await works('pipeline', 'line', 'month', LINE, '2025-11');
    assert.match(out, /2025-11-02\s+10\s+21\.1\s+measured .* no /);
    assert.match(
      out,
      /No tariff edition at hand is in force from 2025-11-02 to 2025-11-02 with number 2709001000/,
    );
  });
});

function decoded(text: string, depth = 3): string {
  if (depth === 0) return text;
  const hex = [...text.matchAll(/\\+x((?:[0-9a-f]{2})+)/g)].map(([, found = '']) =>
    Buffer.from(found, 'hex'),
  );
  const base64 = [...text.matchAll(/[A-Za-z0-9_-]{24,}/g)].map(([found]) => Buffer.from(found, 'base64url'));
  const inner = [...hex, ...base64].map((bytes) => bytes.toString('latin1')).join('\n');
  return inner === '' ? text : `${text}\n${decoded(inner, depth - 1)}`;
}
