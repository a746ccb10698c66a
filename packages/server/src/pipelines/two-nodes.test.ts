import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { IssuedCredential, PipelineLine, PipelineMonth, SoldTitle } from '@portolan/contract';
import { expectOk } from '@portolan/kernel';
import { configurePeers } from '../exchange/peers.ts';
import { seat, until } from '../exchange/testing/apart.ts';
import { addTrustedLog } from '../log/foreign/administer.ts';
import { type Client, type TestNode, testNode } from '../testing/index.ts';
import {
  crossing,
  didOf,
  holderOf,
  injection,
  LINE,
  production,
  profile,
  SECRETS,
  sale,
} from './testing/line-papers.ts';
import { bytesReadableBy } from './testing/readable.ts';

const MONTH = `/api/pipelines/${encodeURIComponent(LINE)}/months/2026-08`;
const traders = ['oil-facility', 'oil-pipeline', 'oil-aurora', 'oil-prairie', 'oil-coulee'] as const;

describe("the pipeline operator's node and the agency's node", () => {
  let trade: TestNode;
  let agency: TestNode;
  let officer: Client;
  const clients = new Map<string, Client>();
  const client = (slug: (typeof traders)[number]) => clients.get(slug) as Client;

  before(async () => {
    trade = await testNode({ sample: false });
    agency = await testNode({ sample: false });
    for (const slug of traders) clients.set(slug, await seat(trade, slug, 'signer'));
    officer = await seat(agency, 'agency', 'officer');
    const away = { ...holderOf('agency'), kind: 'agency' as const, baseUrl: agency.url };
    await configurePeers(trade.context.pool, [away], trade.context.clock.now());
    const there = traders.map((slug) => ({ ...holderOf(slug), kind: 'trade' as const, baseUrl: trade.url }));
    await configurePeers(agency.context.pool, there, agency.context.clock.now());
    const key = await (await fetch(`${trade.url}/log/key`)).text();
    expectOk(await addTrustedLog(agency.context, key, 'A neutral service keeps it.'));
  });
  after(async () => {
    await agency.close();
    await trade.close();
  });

  async function sign(
    by: Client,
    type: string,
    document: object,
    more: object,
    ...to: Parameters<typeof didOf>[0][]
  ): Promise<string> {
    const answer = await by.post<IssuedCredential>('/api/credentials/issue', { type, document, ...more });
    assert.equal(answer.status, 201, answer.codes.join());
    const { digest } = answer.body;
    await until(async () => {
      const { body } = await by.get<{ receipt?: object }>(`/api/credentials/${digest}`);
      return body.receipt !== undefined;
    }, 'the receipt of the log');
    for (const slug of to) {
      const sent = await by.post('/api/sendings', { digests: [digest], to: didOf(slug) });
      assert.equal(sent.status, 202, sent.codes.join());
    }
    return digest;
  }

  it('compute the same month, to the byte, from the papers that both hold', async () => {
    const operator = client('oil-pipeline');
    const facility = client('oil-facility');
    const well = await sign(facility, 'LiquidProduction', production, { form: 'vc+sd-jwt' }, 'agency');
    for (const slug of ['oil-pipeline', 'oil-coulee'] as const) {
      const shown = await facility.post('/api/sendings', { digests: [well], to: didOf(slug), hide: true });
      assert.equal(shown.status, 202, shown.codes.join());
    }
    await sign(operator, 'PipelineProfile', profile, {}, 'agency', 'oil-aurora', 'oil-prairie', 'oil-coulee');
    for (const ticket of [injection, crossing(1, '8000'), crossing(2, '9000')])
      await sign(operator, 'MeasurementTicket', ticket, {}, 'agency', 'oil-prairie');
    await until(async () => {
      const { body } = await officer.get<{ items: PipelineLine[] }>('/api/pipelines');
      return body.items.length === 1;
    }, 'the line at the agency');
    const sold = await client('oil-aurora').post<SoldTitle>('/api/pipelines/titles', { document: sale });
    assert.deepEqual(
      sold.body.sent.map(({ as, refusals }) => [as, refusals.map(({ code }) => code)]),
      [
        ['buyer', []],
        ['agency', []],
        ['operator', []],
      ],
    );
    const both = await until(async () => {
      const [here, there] = await Promise.all([
        operator.get<PipelineMonth>(MONTH),
        officer.get<PipelineMonth>(MONTH),
      ]);
      return here.body.papers?.count === 6 && there.body.papers?.count === 6
        ? [here.body, there.body]
        : undefined;
    }, 'all papers at both');
    const [here, there] = both as [PipelineMonth, PipelineMonth];
    assert.deepEqual([here.role, there.role], ['operator', 'agency']);
    assert.equal(here.papers.digest, there.papers.digest);
    const shared = ({ balance, crossings, entries, process }: Record<string, unknown>) => ({
      ...{ balance, crossings, entries, process },
    });
    assert.deepEqual(shared(there), shared(here));
    assert.equal(here.digest, there.digest, 'to the byte');
    const late = ({ findings }: PipelineMonth) =>
      findings.filter(({ code }) => code === 'OIL_ENTRY_LATE').map(({ fault }) => fault);
    assert.deepEqual(late(there), ['filer', 'filer'], 'the agency is told of each owner');
    assert.deepEqual(late(here), [], 'whether owners entered is nothing that the operator knows');
    assert.ok(here.days.every(({ entryState }) => entryState === 'nothing-to-enter'));
  });

  it('keep price and contract from the operator, other owners and third parties, in every byte', async () => {
    const outsiders = ['oil-pipeline', 'oil-coulee', 'oil-facility'].map((slug) => slug);
    const readable = await bytesReadableBy(trade.context.pool, outsiders);
    assert.ok(readable.includes(sale.number), 'the sale itself is read by the operator');
    const parties = await bytesReadableBy(trade.context.pool, ['oil-aurora', 'oil-prairie']);
    const there = await bytesReadableBy(agency.context.pool, ['agency']);
    for (const secret of Object.values(SECRETS)) {
      assert.ok(
        parties.includes(secret) && there.includes(secret),
        `${secret} is read by the two and the agency`,
      );
      assert.ok(!readable.includes(secret), `${secret} in what an outsider reads`);
    }
  });

  it('prove the origin to a later owner without the well, and refuse to hide what was signed as a whole', async () => {
    const uwi = production.facility.uwi ?? '';
    const later = await bytesReadableBy(trade.context.pool, ['oil-coulee', 'oil-pipeline']);
    assert.ok(later.includes(production.number) && later.includes(production.lot));
    assert.ok(!later.includes(uwi), 'the well');
    const there = await bytesReadableBy(agency.context.pool, ['agency']);
    assert.ok(there.includes(uwi), 'the agency reads it');
    const whole = await sign(
      client('oil-facility'),
      'LiquidProduction',
      { ...production, number: 'TLP-2' },
      {},
    );
    const hidden = { digests: [whole], to: didOf('oil-coulee'), hide: true };
    const refused = await client('oil-facility').post('/api/sendings', hidden);
    assert.deepEqual(refused.codes, ['NODE_DOCUMENT_WHOLE']);
  });
});
