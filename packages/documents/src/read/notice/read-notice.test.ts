import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { readFile } from '../read-file.ts';
import { commodityOf } from './commodity.ts';
import { readNotice } from './read-notice.ts';

const parties = new Map([
  ['sample aurora oil', 'did:key:z6MkAurora'],
  ['sample borealis pipelines', 'did:key:z6MkBorealis'],
]);
const heading =
  'Pipeline,Operator,Batch,Shipper,Nomination month,Product,Volume,Unit,Receipt point,Delivery point,Origin';
const row = (batch: string, rest: string) =>
  `urn:line:1,Sample Borealis Pipelines,${batch},Sample Aurora Oil,${rest},T1,D1,CA`;
const read = (lines: readonly string[], more: object = {}) =>
  readNotice(
    { name: 'notice.csv', bytes: new TextEncoder().encode([heading, ...lines].join('\n')) },
    { parties, ...more },
  );

describe('notices of shipment from a spreadsheet', () => {
  it('become one nomination for each line and month, with parties found by name', () => {
    const { proposals, refused, notices } = expectOk(
      read([
        row('B1', '2026-08,Heavy Sour Dilbit,1000,bbl'),
        row('B2', 'Aug-26,WCS condensate,500,m3'),
        row('B3', 'September 2026,Propane,10,bbl'),
      ]),
    );
    assert.deepEqual(refused, []);
    assert.deepEqual(
      proposals.map(({ rows, document }) => [
        rows,
        document.month,
        document.batches.map(({ batch }) => batch),
      ]),
      [
        [[2, 3], '2026-08', ['B1', 'B2']],
        [[4], '2026-09', ['B3']],
      ],
    );
    const [first] = proposals;
    assert.deepEqual(first?.document.operator, {
      name: 'Sample Borealis Pipelines',
      did: 'did:key:z6MkBorealis',
    });
    assert.deepEqual(
      first?.document.batches.map(({ commodity, volume }) => [commodity, volume]),
      [
        ['crude-oil', { value: '1000', unit: 'BLL', base: '60F' }],
        ['condensate', { value: '500', unit: 'MTQ', base: '15C' }],
      ],
    );
    assert.deepEqual(
      notices.map(({ code }) => code),
      ['DOC_NOTICE_BASE', 'DOC_NOTICE_BASE', 'DOC_NOTICE_BASE'],
    );
  });

  it('say row and column of every cell that does not read, and take the other rows', () => {
    const { proposals, refused } = expectOk(
      read([
        row('B1', '2026-08,Propane,"1.000,5",bbl'),
        row('B2', '13/08,Propane,10,bbl'),
        row('B3', '2026-08,Propane,10,firkin'),
        row('B4', '2026-08,Propane,10,bbl').replace('Sample Aurora Oil', 'Nobody'),
        row('B5', '2026-08,Propane,,bbl'),
        row('B6', '2026-08,Propane,10,bbl'),
        row('B6', '2026-08,Propane,12,bbl'),
      ]),
    );
    assert.deepEqual(
      refused.map(({ row: at, column, refusal }) => [at, column, refusal.code]),
      [
        [2, 'G (Volume)', 'DOC_CSV_DECIMAL_COMMA'],
        [3, 'E (Nomination month)', 'DOC_CSV_MONTH'],
        [4, 'H (Unit)', 'DOC_CSV_UNIT'],
        [5, 'shipper', 'DOC_NOTICE_PARTY'],
        [6, undefined, 'DOC_NOTICE_MISSING'],
        [8, undefined, 'DOC_NOTICE_BATCH_TWICE'],
      ],
    );
    assert.deepEqual(
      proposals.map(({ rows }) => rows),
      [[7]],
    );
  });

  it('read by a mapping what their own words do not say', () => {
    const text = 'Lote;Cliente;Mes;Crudo;Metros\nB-1;Sample Aurora Oil;2026-08;Propano;"1.000,5"\n';
    const mapping = {
      document: 'PipelineNomination' as const,
      decimals: 'comma' as const,
      columns: {
        ...{ Lote: 'lines.batch', Cliente: 'lines.shipper.name', Mes: 'lines.month' },
        ...{ Crudo: 'lines.commodity', Metros: 'lines.cubicMetres' },
      },
      constants: {
        ...{ 'lines.receipt': 'T1', 'lines.delivery': 'D1', 'lines.line': 'urn:line:1' },
        ...{ 'lines.operator.name': 'Sample Borealis Pipelines', 'lines.volume.base': '20C' },
      },
    };
    const { proposals, refused } = expectOk(
      readNotice({ name: 'aviso.csv', bytes: new TextEncoder().encode(text) }, { parties, mapping }),
    );
    assert.deepEqual(refused, []);
    assert.deepEqual(proposals[0]?.document.batches[0]?.volume, {
      value: '1000.5',
      unit: 'MTQ',
      base: '20C',
    });
  });

  it('find cubic metres and barrels that no liquid has: 9,500 m3 are not 45,000 bbl', () => {
    const text = [
      'Pipeline,Operator,Batch,Shipper,Nomination month,Product,Volume m3,Volume bbl,Receipt,Delivery',
      'urn:line:1,Sample Borealis Pipelines,B1,Sample Aurora Oil,2026-08,Dilbit,9500,45000,T1,D1',
      'urn:line:1,Sample Borealis Pipelines,B2,Sample Aurora Oil,2026-08,Dilbit,9500,59778,T1,D1',
    ].join('\n');
    const { proposals, refused } = expectOk(
      readNotice({ name: 'n.csv', bytes: new TextEncoder().encode(text) }, { parties }),
    );
    assert.deepEqual(
      refused.map(({ row: at, refusal }) => [at, refusal.code, refusal.params?.ratio]),
      [[2, 'DOC_NOTICE_VOLUMES', '4.737']],
    );
    assert.deepEqual(proposals[0]?.rows, [3]);
  });

  it('are no papers of an entry, and other tables are no notices', () => {
    const bytes = new TextEncoder().encode([heading, row('B1', '2026-08,Propane,1,bbl')].join('\n'));
    const taken = readFile({ name: 'notice.csv', bytes });
    assert.ok(!taken.ok && taken.refusals[0]?.code === 'DOC_NOTICE_UNSIGNED');
    const order = new TextEncoder().encode('Order number,Description,Quantity,Unit\nPO-1,Mangos,2,kg\n');
    const other = readNotice({ name: 'o.csv', bytes: order }, { parties });
    assert.ok(!other.ok && other.refusals[0]?.code === 'DOC_NOTICE_HEADINGS');
  });

  it('know streams by the words of schedulers', () => {
    assert.deepEqual(['Heavy Sour Dilbit', 'HD-5 Propane', 'C5+', 'butane', 'Tall Oil #2'].map(commodityOf), [
      'crude-oil',
      'propane',
      'condensate',
      'butane',
      'tall-oil-2',
    ]);
  });
});
