import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { previewTable } from '@portolan/documents';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { sampleTenant } from '@portolan/programs';
import { type TestNode, testNode } from '@portolan/server/testing';
import { crossed, holder, LINE, papersOfLine, saleInThePipe } from '../testing/line-papers.ts';
import { runPortolan } from '../testing/run-portolan.ts';

describe('portolan line', () => {
  let node: TestNode;
  let folder: string;
  before(async () => {
    node = await testNode({ sample: 'seats' });
    folder = await mkdtemp(join(tmpdir(), 'portolan-line-'));
    for (const { by, type, document, storyAt, to } of papersOfLine) {
      const client = await node.as(by);
      const issued = await client.post<{ digest: string }>('/api/credentials/issue', {
        type,
        document,
        storyAt,
      });
      assert.equal(issued.status, 201, issued.codes.join());
      for (const slug of to) {
        const body = { digests: [issued.body.digest], to: sampleTenant(slug).did };
        assert.equal((await client.post('/api/sendings', body)).status, 202);
      }
    }
    await node.areas.trade.settled();
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (as: string, ...args: string[]) =>
    runPortolan(['line', ...args, '--as', as], { PORTOLAN_NODE: node.url });

  it('signs a sale in the pipe, and sends it without the deal to the operator', async () => {
    const file = join(folder, 'sale.json');
    await writeFile(file, JSON.stringify({ type: 'TitleTransfer', ...saleInThePipe }));
    const sold = await run('oil-aurora-signer', 'sell', file);
    assert.equal(sold.exitCode, 0, sold.error);
    assert.match(sold.out, /sent to the buyer, Sample Prairie Refining LLC, in full/);
    assert.match(sold.out, /sent to the operator, .*, without contract, price/);
    // Who files for an owner is sent what the owner holds.
    const [, digest] = /signed as (sha256:\w+)/.exec(sold.out) ?? [];
    const aurora = await node.as('oil-aurora-signer');
    const passed = { digests: [digest], to: sampleTenant('broker').did };
    assert.equal((await aurora.post('/api/sendings', passed)).status, 202);
    await node.areas.trade.settled();
  });

  it('lists lines, shows a month, a day and the sheet of an owner', async () => {
    const list = await run('agency', 'list');
    assert.match(list.out, /Sample command line\s+Sample Borealis Pipelines Inc\.\s+agency\s+2026-08/);
    assert.match(list.out, /1 line$/);
    const month = await run('agency', 'month', 'command', '2026-08');
    assert.match(month.out, /2026-08-01\s+8,000/, month.error);
    assert.match(month.out, /2026-08-03\s+missing/);
    assert.equal(month.out.split('\n').filter((line) => /^ {2}2026-08-\d\d /.test(line)).length, 31);
    const day = await run('oil-pipeline', 'day', LINE, '2026-08-01');
    assert.match(day.out, /CMD-B1\s+border/, day.error);
    assert.match(day.out, /8000 bbl \(US\) at 60F|8000 .* at 60F/);
    const json = JSON.parse((await run('agency', 'month', LINE, '2026-08', '--json')).out) as {
      digest: string;
    };
    assert.match(json.digest, /^sha256:/);
    assert.match((await run('agency', 'month', 'no such line', '2026-08')).error, /cannot be "no such line"/);
  });

  it('takes a month away as CSV and as a workbook', async () => {
    const csv = await run('oil-pipeline', 'month', LINE, '2026-08', '--csv');
    assert.match(csv.out, /^Day,From,To,Batch/);
    const file = join(folder, 'august.xlsx');
    await run('oil-pipeline', 'month', LINE, '2026-08', '--xlsx', file);
    const { headings } = expectOk(previewTable({ name: file, bytes: await readFile(file) }, nodeCrypto));
    assert.equal(headings[0], 'Day');
  });

  it('reads notices of shipment, signs what is sound, and names the cell of what is not', async () => {
    const file = join(folder, 'notices.csv');
    const shipper = holder('oil-aurora').name;
    await writeFile(
      file,
      `Batch,Shipper,Nomination month,Product,Volume,Unit,Base,Receipt,Delivery
N-1,${shipper},2026-09,Dilbit,1000,bbl,60F,T,D
N-2,${shipper},13/09,Dilbit,1000,bbl,60F,T,D
`,
    );
    const read = await run('oil-pipeline', 'import', file, '--sign');
    assert.equal(read.exitCode, 1);
    assert.match(read.out, /N-1\s+Sample Aurora Oil Marketing Inc\.\s+crude-oil/);
    assert.match(read.out, /signed as sha256:/);
    assert.match(read.out, /notices\.csv, row 3, column C \(Nomination month\): .*13\/09/);
    assert.match(read.out, /1 nomination, 1 row refused\./);
  });

  it('makes draft entries once, each with its evidence', async () => {
    const sheets = await run('broker', 'sheet', LINE, '2026-08');
    assert.match(sheets.out, /Rests on \d+ papers/, sheets.error);
    const first = await run('broker', 'entries', LINE, '2026-08');
    assert.equal(first.exitCode, 0, first.error);
    assert.match(
      first.out,
      /Sample Prairie Refining LLC, 2026-08-\d\d to 2026-08-\d\d: draft [0-9a-f-]{36} with [1-9]\d* papers?/,
    );
    const again = await run('broker', 'entries', LINE, '2026-08');
    assert.doesNotMatch(again.out, /: draft [0-9a-f-]{36}/);
    assert.match(again.out, /has entered 2026-08-\d\d to 2026-08-\d\d already/);
    const month = await run('broker', 'month', LINE, '2026-08', '--json');
    const { entries } = JSON.parse(month.out) as { entries: { entry?: string }[] };
    assert.ok(
      entries.every(({ entry }) => entry !== undefined),
      'the month names the drafts',
    );
    assert.match((await run('oil-pipeline', 'entries', LINE, '2026-08')).error, /file/);
  });

  it('counts a correction beside what it corrects', async () => {
    const operator = await node.as('oil-pipeline-scheduler');
    const { body } = await operator.get<{ items: { digest: string }[] }>(
      `/api/pipelines/${encodeURIComponent(LINE)}/months/2026-08/days/2026-08-02/tickets`,
    );
    const corrects = { number: 'CMD-B2', digest: body.items[0]?.digest, reason: 'Meter factor' };
    const document = { ...crossed(2, '9010'), corrects };
    const issued = await operator.post('/api/credentials/issue', { type: 'MeasurementTicket', document });
    assert.equal(issued.status, 201, issued.codes.join());
    const month = await run('oil-pipeline', 'month', LINE, '2026-08');
    assert.match(month.out, /9,000 became 9,010 \(Meter factor\)/);
  });
});
