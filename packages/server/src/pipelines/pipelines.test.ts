import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  IssuedCredential,
  PipelineDay,
  PipelineFlow,
  PipelineLine,
  PipelineLineDetail,
  PipelineMonth,
  PipelineMonthSummary,
  PipelineTicketRow,
  PipelineTicketView,
  SoldTitle,
  TitlePreview,
} from '@portolan/contract';
import { issueCredential, type UnsignedCredential } from '@portolan/credentials';
import { generateKey } from '@portolan/credentials/forms';
import { type Evidence, previewTable } from '@portolan/documents';
import { expectOk, instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type Client, type TestNode, testNode } from '../testing/index.ts';
import { runningProgram } from '../trade/draft/open.ts';
import { uploadForm } from '../trade/testing/shipment.ts';
import { type Board, boardFor } from './boards.ts';
import { monthSheet } from './compute-month.ts';
import { keepPapers } from './keep-papers.ts';
import { monthOf } from './months.ts';
import { paperOf } from './paper.ts';
import {
  BATCH,
  crossing,
  didOf,
  holderOf,
  injection,
  LINE,
  production,
  profile,
  sale,
} from './testing/line-papers.ts';

const MONTH = `/api/pipelines/${encodeURIComponent(LINE)}/months/2026-08`;

describe('a line at its operator and its owners', () => {
  let node: TestNode;
  let operator: Client;
  let aurora: Client;
  let prairie: Client;
  let officer: Client;
  before(async () => {
    node = await testNode({ sample: 'seats' });
    operator = await node.as('oil-pipeline-scheduler');
    aurora = await node.as('oil-aurora-signer');
    prairie = await node.as('oil-prairie-signer');
    officer = await node.as('agency-officer');
  });
  after(() => node.close());

  async function issued(client: Client, type: string, document: object, storyAt?: string): Promise<string> {
    const answer = await client.post<IssuedCredential>('/api/credentials/issue', { type, document, storyAt });
    assert.equal(answer.status, 201, answer.codes.join());
    return answer.body.digest;
  }
  async function send(client: Client, digests: readonly string[], ...to: Parameters<typeof didOf>[0][]) {
    for (const slug of to) {
      const sent = await client.post('/api/sendings', { digests, to: didOf(slug) });
      assert.equal(sent.status, 202, sent.codes.join());
    }
    await node.areas.trade.settled();
  }
  const month = async (client: Client) => {
    const answer = await client.get<PipelineMonth>(MONTH);
    assert.equal(answer.status, 200, answer.codes.join());
    return answer.body;
  };

  let tickets: string[] = [];

  it('has no line without papers, and no month without a profile', async () => {
    assert.deepEqual((await operator.get<{ items: unknown[] }>('/api/pipelines')).body.items, []);
    assert.deepEqual((await operator.get(MONTH)).codes, ['NODE_PIPELINE_UNKNOWN']);
    tickets = [
      await issued(operator, 'MeasurementTicket', injection, '2026-07-29T06:00:00Z'),
      await issued(operator, 'MeasurementTicket', crossing(1, '8000'), '2026-08-02T06:00:00Z'),
      await issued(operator, 'MeasurementTicket', crossing(2, '9000'), '2026-08-03T06:00:00Z'),
    ];
    assert.deepEqual((await operator.get(MONTH)).codes, ['NODE_PIPELINE_PROFILE']);
    const { body } = await operator.get<{ items: PipelineLine[] }>('/api/pipelines');
    assert.equal(body.items[0]?.latest?.counted, undefined);
  });

  it('is computed from what its operator holds', async () => {
    tickets.push(await issued(operator, 'PipelineProfile', profile, '2026-06-01T00:00:00Z'));
    const facility = await node.as('oil-facility-signer');
    const well = await issued(facility, 'LiquidProduction', production, '2026-07-26T00:00:00Z');
    await send(facility, [well], 'oil-pipeline', 'oil-aurora', 'oil-prairie', 'agency');
    const found = await month(operator);
    assert.equal(found.role, 'operator');
    assert.equal(found.papers.count, 5, 'production is found by the stock that the injection took from');
    assert.deepEqual(
      found.days.slice(0, 3).map(({ state, volume }) => [state, volume]),
      [
        ['measured', '8000'],
        ['measured', '9000'],
        ['missing', '0'],
      ],
    );
    const lines = await operator.get<{ items: PipelineLine[]; total: number }>('/api/pipelines?q=test');
    assert.deepEqual(
      lines.body.items.map(({ line, name, role, latest }) => [line, name, role, latest?.month]),
      [[LINE, 'Sample test line', 'operator', '2026-08']],
    );
    assert.equal(lines.body.items[0]?.latest?.counted?.volume, '17000');
    const months = await operator.get<{ items: PipelineMonthSummary[] }>(
      `/api/pipelines/${encodeURIComponent(LINE)}/months`,
    );
    assert.deepEqual(
      months.body.items.map(({ month: name }) => name),
      ['2026-08', '2026-07'],
    );
    const { body } = await operator.get<PipelineLineDetail>(`/api/pipelines/${encodeURIComponent(LINE)}`);
    assert.equal(body.profile?.document.points.length, 2);
  });

  it('is sold in the pipe: the buyer and the agency read the deal, the operator who owns what', async () => {
    await send(operator, tickets, 'oil-aurora', 'oil-prairie', 'agency');
    const sold = await aurora.post<SoldTitle>('/api/pipelines/titles', { document: sale });
    assert.equal(sold.status, 201, sold.codes.join());
    await node.areas.trade.settled();
    assert.deepEqual(
      sold.body.sent.map(({ as, hidden, refusals }) => [as, hidden.length, refusals.length]),
      [
        ['buyer', 0, 0],
        ['agency', 0, 0],
        ['operator', 2, 0],
      ],
    );
    const digests = new Set<string>();
    for (const client of [operator, prairie, officer, aurora]) {
      const found = await month(client);
      assert.equal(found.papers.count, 6);
      digests.add(`${found.papers.digest} ${found.digest}`);
    }
    assert.equal(digests.size, 1, 'whoever holds the same papers has the same month');
    const other = await prairie.post('/api/pipelines/titles', { document: sale });
    assert.deepEqual(other.codes, ['NODE_PIPELINE_TITLE']);
  });

  it('a sale is tried before it is signed: what the seller has at that moment, and why it would be refused', async () => {
    const preview = async (client: Client, document: object) => {
      const answer = await client.post<TitlePreview>('/api/pipelines/titles/preview', { document });
      assert.equal(answer.status, 200, answer.codes.join());
      const { findings, ...rest } = answer.body;
      return { ...rest, codes: findings.map(({ code }) => code) };
    };
    const next = { ...sale, number: 'TTT-2', volume: { ...sale.volume, value: '1000' } };
    assert.deepEqual(await preview(aurora, next), {
      ...{ month: '2026-08', known: true, owned: '11000', passes: '1000', left: '10000' },
      codes: ['OIL_TITLE_KNOWN_LATE'],
    });
    const { volume: _all, ...everything } = next;
    const taken = await preview(aurora, everything);
    assert.deepEqual([taken.passes, taken.left], ['11000', '0']);
    const tooMuch = { ...next, volume: { ...sale.volume, value: '11000.01' } };
    const refusedFor = await preview(aurora, tooMuch);
    assert.deepEqual([refusedFor.owned, refusedFor.passes], ['11000', undefined]);
    assert.deepEqual(refusedFor.codes, ['OIL_TITLE_SOLD_TWICE']);
    const stranger = await preview(aurora, { ...next, batch: 'urn:sample:test-line:batch-9' });
    assert.deepEqual([stranger.known, stranger.codes], [false, []]);
    assert.equal((await month(aurora)).papers.count, 6, 'nothing was stored');
    const self = await aurora.post('/api/pipelines/titles/preview', {
      document: { ...next, buyer: next.seller },
    });
    assert.deepEqual(self.codes, ['NODE_PIPELINE_BUYER']);
    assert.deepEqual((await prairie.post('/api/pipelines/titles/preview', { document: next })).codes, [
      'NODE_PIPELINE_TITLE',
    ]);
  });

  it('finds a ticket of the month by its number, its batch and what was measured', async () => {
    const numbers = async (words: string) => {
      const { body } = await operator.get<{ items: PipelineTicketRow[] }>(`${MONTH}/tickets?${words}`);
      return body.items.map(({ number }) => number);
    };
    assert.deepEqual(await numbers('q=tmt-b2'), ['TMT-B2']);
    assert.deepEqual(await numbers('q=batch-1&kind=border'), ['TMT-B1', 'TMT-B2']);
    assert.deepEqual(await numbers('q=100%25'), []);
  });

  it('opens down to the ticket', async () => {
    const day = await operator.get<PipelineDay>(`${MONTH}/days/2026-08-02`);
    assert.equal(day.status, 200, day.codes.join());
    assert.equal(day.body.state, 'measured');
    const rows = await operator.get<{ items: PipelineTicketRow[]; total: number }>(
      `${MONTH}/days/2026-08-02/tickets`,
    );
    assert.deepEqual(
      rows.body.items.map(({ number, batch, volume }) => [number, batch, volume.value]),
      [['TMT-B2', BATCH, '9000']],
    );
    const digest = rows.body.items[0]?.digest;
    const ticket = await operator.get<PipelineTicketView>(`${MONTH}/tickets/${digest}`);
    assert.equal(ticket.body.document.readings?.sedimentAndWater, '0.2');
    assert.equal(ticket.body.versions.length, 1);
    const unknown = `sha256:${'0'.repeat(64)}`;
    assert.deepEqual((await operator.get(`${MONTH}/tickets/${unknown}`)).codes, [
      'NODE_PIPELINE_TICKET_UNKNOWN',
    ]);
    assert.deepEqual((await operator.get(`${MONTH}/days/2026-09-02`)).codes, ['NODE_PIPELINE_DAY']);
  });

  it('keeps both versions of a corrected ticket', async () => {
    const before = tickets[2] as string;
    const corrects = { number: 'TMT-B2', digest: before, reason: 'Meter factor' };
    const digest = await issued(operator, 'MeasurementTicket', { ...crossing(2, '9010'), corrects });
    const { body } = await operator.get<PipelineTicketView>(`${MONTH}/tickets/${digest}`);
    assert.deepEqual(
      body.versions.map(({ volume, reason }) => [volume.value, reason]),
      [
        ['9000', undefined],
        ['9010', 'Meter factor'],
      ],
    );
  });

  it('leaves out a paper that was revoked', async () => {
    const twice = await issued(operator, 'MeasurementTicket', { ...crossing(5, '5'), number: 'TMT-X' });
    const held = await month(operator);
    const change = { action: 'revoke', reason: 'Issued in error.' };
    assert.equal((await operator.post(`/api/credentials/${twice}/status`, change)).status, 200);
    const found = await month(operator);
    assert.deepEqual([found.papers.count, found.papers.withdrawn], [held.papers.count - 1, 1]);
    assert.notEqual(found.digest, held.digest);
  });

  it('shows what flowed, and is taken away as CSV and as a workbook', async () => {
    const { body: flow } = await operator.get<PipelineFlow>(`${MONTH}/flow`);
    assert.ok(
      flow.links.some(({ from, to, volume }) => from === BATCH && to === 'meter T-1' && volume !== '0'),
    );
    const csv = await operator.get<string>(`${MONTH}/crossings.csv`);
    assert.match(csv.body, /^Day,From,To,Batch,Ticket,Owner/);
    const response = await fetch(new URL(`${MONTH}/month.xlsx`, node.url), { headers: operator.headers });
    assert.equal(response.status, 200);
    const file = { name: 'month.xlsx', bytes: new Uint8Array(await response.arrayBuffer()) };
    const { headings, rows } = expectOk(previewTable(file, nodeCrypto));
    assert.deepEqual(headings.slice(0, 2), ['Day', 'From']);
    assert.ok(rows.length >= 0);
  });

  it('is nothing to whom no paper was sent', async () => {
    const stranger = await node.as('grower-signer');
    assert.deepEqual((await stranger.get<{ items: unknown[] }>('/api/pipelines')).body.items, []);
    for (const path of ['', '/findings', '/sheets', '/flow', '/days/2026-08-02', '/crossings.csv'])
      assert.deepEqual((await stranger.get(`${MONTH}${path}`)).codes, ['NODE_PIPELINE_UNKNOWN'], path);
  });

  it('shows a delivery ticket of the public vocabulary beside its batch, and believes no figure of it', async () => {
    const key = await generateKey('Ed25519');
    const observed = (name: string, value: string, unitCode: string) => ({
      property: { name },
      measurement: { value, unitCode },
    });
    const unsigned: UnsignedCredential = {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/traceability/v1'],
      type: ['VerifiableCredential', 'OilAndGasDeliveryTicketCredential'],
      issuer: key.did,
      credentialSubject: {
        ...{ ticketControlNumber: '991205182', batchNumber: 'Batch 1', openDate: '2026-08-01 13:40:00' },
        observation: [observed('gsv_m3', '9500', 'm3'), observed('gsv_bbl', '45000', 'bbl')],
      },
    };
    const created = instant(node.context.clock.now());
    const credential = await issueCredential(unsigned, key, nodeCrypto, { created });
    const before = await month(operator);
    const given = await operator.post('/api/received', { credential });
    assert.equal(given.status, 201, given.codes.join());
    const after = await month(operator);
    assert.deepEqual(
      after.received.map(({ label, by, findings }) => [label, by, findings.map(({ code }) => code)]),
      [['Oil and gas delivery ticket', 'batch BATCH1', ['PIPELINE_STATED_VOLUMES']]],
    );
    assert.equal(after.digest, before.digest, 'nothing is computed from it');
    assert.deepEqual((await month(officer)).received, [], 'it was given to the operator alone');
  });

  it('takes notices of shipment as nominations to be signed, and says which cell it cannot read', async () => {
    const shipper = holderOf('oil-aurora').name;
    const csv = [
      'Batch,Shipper,Nomination month,Commodity,Volume m3,Volume bbl,Receipt point,Delivery point',
      `NOS-1,${shipper},Sep-26,Heavy Sour Dilbit,9500,59753,terminal T,meter T-1`,
      `NOS-2,${shipper},Sep-26,Heavy Sour Dilbit,9500,45000,terminal T,meter T-1`,
      `NOS-3,Nobody Known,Sep-26,Propane,,1000,terminal T,meter T-1`,
      `NOS-4,${shipper},September,Propane,,1000,terminal T,meter T-1`,
    ].join('\n');
    const answer = await operator.post<{
      proposals: { rows: number[]; document: { batches: { commodity: string; volume: object }[] } }[];
      refused: { row?: number; column?: string; refusal: { code: string } }[];
      notices: unknown[];
    }>('/api/pipelines/notices', uploadForm([{ name: 'september.csv', content: csv }]));
    assert.equal(answer.status, 200, answer.codes.join());
    const { proposals, refused } = answer.body;
    assert.deepEqual(
      proposals.map(({ rows, document }) => [
        rows,
        document.batches[0]?.commodity,
        document.batches[0]?.volume,
      ]),
      [[[2], 'crude-oil', { value: '59753', unit: 'BLL', base: '60F' }]],
    );
    assert.deepEqual(
      refused.map(({ row, column, refusal }) => [row, column, refusal.code]),
      [
        [3, 'F (Volume bbl)', 'DOC_NOTICE_VOLUMES'],
        [4, 'shipper', 'DOC_NOTICE_PARTY'],
        [5, 'C (Nomination month)', 'DOC_CSV_MONTH'],
      ],
    );
    await issued(operator, 'PipelineNomination', proposals[0]?.document as object);
  });

  it('lists the worst line first, page by page, and knows no month without papers', async () => {
    const line = `${LINE}-2`;
    await issued(operator, 'PipelineProfile', {
      ...profile,
      number: 'TP-2',
      line,
      name: 'Sample second line',
    });
    const ticket = { ...crossing(1, '8000'), number: 'TMT-2', line, batch: `${BATCH}-2` };
    await issued(operator, 'MeasurementTicket', ticket);
    type Page = { items: PipelineLine[]; next?: string; total: number };
    const first = await operator.get<Page>('/api/pipelines?limit=1');
    assert.deepEqual([first.body.items[0]?.name, first.body.total], ['Sample second line', 2]);
    const missing = first.body.items[0]?.latest?.counted?.days.missing;
    assert.equal(missing, 30, 'it lacks one day more');
    const second = await operator.get<Page>(`/api/pipelines?limit=1&cursor=${first.body.next}`);
    assert.deepEqual([second.body.items[0]?.name, second.body.next], ['Sample test line', undefined]);
    const none = await operator.get(`/api/pipelines/${encodeURIComponent(line)}/months/2026-03`);
    assert.deepEqual(none.codes, ['NODE_PIPELINE_MONTH_UNKNOWN']);
  });

  it('computes a long month in a thread apart, to the same bytes as in place', async () => {
    const { context } = node.areas.trade;
    const { rows } = await context.pool.query<{ id: string }>(
      `select id from tenants where slug = 'oil-pipeline'`,
    );
    const tenantId = rows[0]?.id ?? '';
    const line = `${LINE}-3`;
    const start = Date.parse('2026-08-01T05:00:00Z');
    const span = (hour: number) => new Date(start + hour * 3_600_000).toISOString();
    const documents: [string, object][] = [
      ['PipelineProfile', { ...profile, number: 'TP-3', line }],
      ...Array.from({ length: 500 }, (_, hour): [string, object] => [
        'MeasurementTicket',
        {
          ...crossing(1, '100'),
          number: `H-${hour}`,
          line,
          batch: `${BATCH}-3`,
          from: span(hour),
          to: span(hour + 1),
        },
      ]),
    ];
    const papers = documents.flatMap(([type, document], index) => {
      const evidence = {
        digest: `sha256:${index}`,
        type,
        document,
        class: 'signed',
        issuer: didOf('oil-pipeline'),
      };
      return paperOf(tenantId, evidence as unknown as Evidence, {}, instant('2026-08-01T00:00:00Z')) ?? [];
    });
    await keepPapers(context.pool, papers);
    const apart = expectOk(await monthOf(context, tenantId, line, '2026-08'));
    assert.equal(apart.sheet.papers, 501);
    const board = boardFor('crude-oil') as Board;
    const running = await runningProgram(context, board.program, apart.at);
    const lists = [`[${papers.map(({ body }) => body).join(',')}]`];
    const task = { line, month: '2026-08', entered: [], at: apart.at, papers: lists, withdrawn: [] };
    assert.deepEqual(monthSheet(board.board, running.reference, task), apart.sheet);
  });
});
