import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import type { Signed } from '../../signed.ts';
import { oilTables } from '../facts/tables.ts';
import {
  ann,
  BATCH,
  base,
  bbl,
  ben,
  border,
  cay,
  codes,
  delivery,
  injection,
  LINE,
  midnight,
  monthOf,
  operator,
  production,
  sale,
  signedBy,
  tariff,
} from '../testing/small-line.ts';
import type { FiledEntry } from './input.ts';

const OTHER = 'urn:sample:small:batch:2';
const OTHER_STOCK = 'urn:sample:small:stock:2';

/** Ann's batch is free; Ben's, of crude from Venezuela, is not: it crosses on the fourth of August. */
const twoOwners: readonly Signed[] = [
  ...base,
  production({
    ...{ number: 'W-2', lot: OTHER_STOCK, volume: bbl('500') },
    facility: { id: 'urn:sample:small:well:2', name: 'Well', country: 'VE' },
  }),
  injection(
    { batch: OTHER, stock: OTHER_STOCK, shipper: ben, reported: { netStandardVolume: bbl('500') } },
    'I-2',
  ),
  border(4, { batch: OTHER, reported: { netStandardVolume: bbl('500'), apiGravity60F: '21.1' } }),
];

describe('whose days must be free of duty (CSMS 64859298; the row says by whom it is judged)', () => {
  it('dutiable oil of one owner makes daily entries of that owner, and leaves the month of the other whole', () => {
    const { entries, process } = monthOf(twoOwners, { at: midnight(5) });
    assert.equal(process.kind, 'daily');
    assert.deepEqual(
      process.owners.map(({ dutiableDays, kind, owner }) => [owner.name, kind, dutiableDays]),
      [
        [ann.name, 'monthly', []],
        [ben.name, 'daily', ['2026-08-04']],
      ],
    );
    assert.deepEqual(
      entries.map(({ from, owner, to }) => [owner.name, from, to]),
      [
        [ann.name, '2026-08-01', '2026-08-31'],
        [ben.name, '2026-08-04', '2026-08-04'],
      ],
    );
    assert.ok(
      !JSON.stringify(process.owners[0]).includes('Venezuela') && process.owners[0]?.reasons.length === 0,
      'what makes another dutiable is not told of this owner',
    );
  });

  it('a row that judges by the line makes every owner enter by the day', () => {
    const [row] = oilTables.process;
    assert.ok(row && row.certainty === 'open');
    const tables = { ...oilTables, process: [{ ...row, judgedFor: 'line' as const }] };
    const { entries } = monthOf(twoOwners, { at: midnight(5), tables });
    assert.deepEqual(
      entries.filter(({ owner }) => owner.did === ann.did).map(({ from }) => from),
      ['2026-08-01', '2026-08-02', '2026-08-03'],
    );
  });
});

test('a month of which no edition is at hand is shown, its rates are said to be unknown, and nothing is called free', () => {
  const month = monthOf(base, { tariff: { ...tariff, editions: [] } });
  assert.ok(month.findings.some(({ code }) => code === 'OIL_RATE_UNKNOWN'));
  assert.equal(month.process.kind, 'daily');
  assert.match(month.process.reasons[0] ?? '', /No tariff edition at hand is in force on 2026-08-01/);
  assert.ok(month.entries.every(({ lines }) => lines.every(({ rate }) => rate === undefined)));
});

describe('an owner that is shown its own purchase alone', () => {
  /** Ann sold to Ben, Ben to Cay; Cay holds the second paper only. */
  const onwards = sale('S-2', { seller: ben, buyer: cay, volume: bbl('900'), effectiveAt: midnight(2) });
  const held = [production(), injection(), border(1), border(2), border(3), onwards];

  it('reckons with what its seller signed, without the sales before', () => {
    const month = monthOf(held, { partial: true });
    const own = month.crossings.filter(({ owner }) => owner.did === cay.did);
    assert.deepEqual(
      own.map(({ basis, day, volume }) => [day, volume, basis.kind]),
      [
        ['2026-08-02', '300', 'transfer'],
        ['2026-08-03', '300', 'transfer'],
      ],
    );
    assert.ok(!codes(month).includes('OIL_TITLE_NEVER_OWNED'));
  });

  it('is the same volume that whoever holds all of the papers comes to', () => {
    const first = sale('S-1', { volume: bbl('900'), effectiveAt: midnight(1) });
    const volumes = (papers: readonly Signed[], partial: boolean) =>
      monthOf(papers, { partial }).crossings.flatMap(({ day, owner, volume }) =>
        owner.did === cay.did ? [`${day} ${volume}`] : [],
      );
    assert.deepEqual(volumes(held, true), volumes([...held, first], false));
  });

  it('operator and agency refuse the same paper: they hold all of them', () => {
    assert.ok(codes(monthOf(held)).includes('OIL_TITLE_NEVER_OWNED'));
  });
});

describe('corrections after entry: both versions are kept, and the entry has a proposal', () => {
  const filed: FiledEntry[] = [ann, ben].map(({ did }, index) => ({
    ...{ entry: `E-${index + 1}`, owner: did, from: '2026-08-01', to: '2026-08-31' },
    ...{ state: 'filed', volumes: [], filedAt: '2026-09-05T12:00:00Z' },
  }));
  const later = '2026-09-20T12:00:00Z';
  const first = sale('S-1', { volume: bbl('900') });
  const corrects = ({ digest, document }: Signed) => ({
    ...{ number: (document as { number: string }).number, digest, reason: 'Slip of the hand' },
  });
  const told = (papers: readonly Signed[]) =>
    monthOf(papers, { filed, at: '2026-10-01T12:00:00Z' }).adjustments.map(
      ({ after, before, entry, proposal }) => [before, after, proposal, entry],
    );

  it('of a transfer: of seller and buyer, and the corrected volume counts', () => {
    const again = sale('S-2', { volume: bbl('600'), known: later, corrects: corrects(first) });
    const papers = [...base, first, again];
    assert.deepEqual(told(papers), [
      ['900', '600', 'post-summary-correction', 'E-1'],
      ['900', '600', 'post-summary-correction', 'E-2'],
    ]);
    const month = monthOf(papers, { filed, at: '2026-10-01T12:00:00Z' });
    const bens = month.crossings.filter(({ owner }) => owner.did === ben.did);
    assert.equal(
      bens.reduce((sum, { volume }) => sum + Number(volume), 0),
      600,
    );
    assert.ok(!codes(month).includes('OIL_TITLE_AFTER_ENTRY'));
  });

  it('of a production report: of every owner of what was made of it', () => {
    const well = production();
    const { document } = well;
    const again = signedBy(
      'LiquidProduction',
      {
        ...document,
        number: 'W-2',
        parts: [{ country: 'CA', role: 'crude', percent: '100' }],
        corrects: corrects(well),
      },
      later,
      document.producer,
    );
    assert.deepEqual(told([...base, first, again]), [
      ['3000', '3000', 'post-summary-correction', 'E-1'],
      ['3000', '3000', 'post-summary-correction', 'E-2'],
    ]);
  });

  it('of an allocation: of the owners whose share changed', () => {
    const shares = (mine: string, bens: string) => [
      { batch: BATCH, owner: ann, volume: bbl(mine) },
      { batch: BATCH, owner: ben, volume: bbl(bens) },
    ];
    const allocation = { number: 'A-1', line: LINE, operator, point: 'meter', day: '2026-08-02' };
    const one = signedBy(
      'PipelineAllocation',
      { ...allocation, shares: shares('700', '300') } as never,
      midnight(3),
    );
    const two = signedBy(
      'PipelineAllocation',
      { ...allocation, number: 'A-2', shares: shares('600', '400'), corrects: corrects(one) } as never,
      later,
    );
    assert.deepEqual(told([...base, first, one, two]).sort(), [
      ['300', '400', 'post-summary-correction', 'E-2'],
      ['700', '600', 'post-summary-correction', 'E-1'],
    ]);
  });

  it('of a delivery behind the meter nothing is to be corrected', () => {
    const out = delivery(
      { reported: { netStandardVolume: bbl('2999') }, corrects: corrects(delivery()) },
      'D-2',
    );
    assert.deepEqual(told([...base, first, out]), []);
  });
});
