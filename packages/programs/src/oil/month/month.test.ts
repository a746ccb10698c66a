import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MeasurementTicket } from '@portolan/documents';
import { Compile } from 'typebox/compile';
import type { Signed } from '../../signed.ts';
import {
  ann,
  BATCH,
  base,
  bbl,
  ben,
  border,
  codes,
  delivery,
  injection,
  LINE,
  METER,
  midnight,
  monthOf,
  operator,
  production,
  profile,
  sale,
  signedBy,
} from '../testing/small-line.ts';
import type { FiledEntry } from './input.ts';
import { LineMonthSchema } from './line-month.ts';

const filed = (more: Partial<FiledEntry> = {}): FiledEntry => ({
  ...{ entry: 'ZZ9-0000103-5', owner: ann.did, from: '2026-08-01', to: '2026-08-31', state: 'filed' },
  ...{ volumes: [], filedAt: midnight(4) },
  ...more,
});
const foreign = production({ parts: [{ country: 'VE', role: 'crude', percent: '100' }] });
const dutiable = base.map((one) => (one.digest === foreign.digest ? foreign : one));

describe('process and entries of a month', () => {
  it('every day nondutiable: one entry for the month, free under S', () => {
    const { entries, process } = monthOf(base);
    assert.deepEqual([process.kind, process.reasons], ['monthly', []]);
    assert.deepEqual(
      process.owners.map(({ kind, owner }) => [owner.name, kind]),
      [[ann.name, 'monthly']],
    );
    assert.equal(entries.length, 1);
    const [entry] = entries;
    assert.deepEqual(
      [entry?.from, entry?.to, entry?.days, entry?.portOfEntry],
      ['2026-08-01', '2026-08-31', 3, '3404'],
    );
    const [line] = entry?.lines ?? [];
    assert.deepEqual(
      [line?.hts, line?.spi, line?.originCountry, line?.duty.amount],
      ['2709001000', 'S', 'CA', '0.00'],
    );
    assert.deepEqual(line?.quantity, { value: '3000', unit: 'BLL' });
  });

  it('one dutiable batch: an entry for each day, 5.25 cents a barrel under 25 degrees', () => {
    const { days, entries, process } = monthOf(dutiable);
    assert.equal(process.kind, 'daily');
    assert.match(
      process.reasons[0] ?? '',
      /3000 barrels of batch .*2026-08-01 to 2026-08-03.*100 percent of VE/,
    );
    assert.deepEqual(
      entries.map(({ duty, from, to }) => [from, to, duty.amount]),
      [
        ['2026-08-01', '2026-08-01', '52.50'],
        ['2026-08-02', '2026-08-02', '52.50'],
        ['2026-08-03', '2026-08-03', '52.50'],
      ],
    );
    assert.equal(days[0]?.nondutiable, false);
  });

  it('exactly 25.0 degrees is the higher number: 10.5 cents', () => {
    const light = dutiable.map((one) =>
      one.type === 'MeasurementTicket' && (one as Signed<'MeasurementTicket'>).document.kind === 'border'
        ? border(Number(one.digest.slice(-1)), {
            reported: { netStandardVolume: bbl('1000'), apiGravity60F: '25.0' },
          })
        : one,
    );
    const [first] = monthOf(light).entries;
    assert.deepEqual([first?.lines[0]?.hts, first?.duty.amount], ['2709002090', '105.00']);
  });

  it('the processing fee is of each day of importation: its least, its most and between (fiscal year 2026)', () => {
    const fee = (perBarrel: string) =>
      monthOf(dutiable, { values: [{ owner: ann.did, perBarrel }] }).entries.map(
        ({ merchandiseFee }) => merchandiseFee?.amount,
      );
    // $9,000, $188,000 and $200,000 a day.
    assert.deepEqual(fee('9'), ['33.58', '33.58', '33.58']);
    assert.deepEqual(fee('188'), ['651.23', '651.23', '651.23']);
    assert.deepEqual(fee('200'), ['651.50', '651.50', '651.50']);
    assert.equal(monthOf(dutiable).entries[0]?.merchandiseFee, undefined);
    assert.equal(monthOf(base).entries[0]?.merchandiseFee?.amount, '0.00');
  });

  it('an open day is due fifteen days later, and late on the day after', () => {
    const day = (at: string) => monthOf(dutiable, { at }).days[0];
    assert.deepEqual(
      [day('2026-08-16T12:00:00Z')?.entryDue, day('2026-08-16T12:00:00Z')?.entryState],
      ['2026-08-16', 'open'],
    );
    assert.equal(day('2026-08-17T12:00:00Z')?.entryState, 'late');
    const entered = monthOf(dutiable, {
      at: '2026-08-17T12:00:00Z',
      filed: [filed({ to: '2026-08-01' })],
    }).days;
    assert.deepEqual(
      [entered[0]?.entryState, entered[0]?.entryDue, entered[1]?.entryState],
      ['entered', undefined, 'open'],
    );
    assert.equal(monthOf(base).days[0]?.entryDue, '2026-09-15');
  });

  it('a draft does not stop the clock, and its number stands with the entry', () => {
    const month = monthOf(base, { filed: [filed({ state: 'draft', entry: 'case 7' })] });
    assert.equal(month.days[0]?.entryState, 'open');
    assert.equal(month.entries[0]?.entry, 'case 7');
  });
});

describe('what crossed', () => {
  it('a sale in the pipe cuts the ticket by the counter where it was read, else by time', () => {
    const bar = (value: string) => ({ value, unit: 'BLL' });
    const at = '2026-08-02T11:00:00Z';
    const sold = sale('T-1', { effectiveAt: at, known: at });
    const second = (more: Partial<MeasurementTicket>) => [
      ...base.filter(({ digest }) => !digest.endsWith('B-2') && !digest.endsWith('D-1')),
      border(2, more),
      sold,
    ];
    const shown = (papers: readonly Signed[]) =>
      monthOf(papers)
        .crossings.filter(({ day }) => day === '2026-08-02')
        .map(({ byTime, owner, volume }) => [owner.name, volume, byTime]);
    assert.deepEqual(shown(second({})), [
      [ann.name, '250', true],
      [ben.name, '750', true],
    ]);
    const readings = { open: bar('99900'), close: bar('900'), rollsAt: '100000' };
    assert.deepEqual(shown(second({ readings, counts: [{ at, total: bar('200') }] })), [
      [ann.name, '300', false],
      [ben.name, '700', false],
    ]);
  });

  it('volumes under bond are kept apart and entered by nobody here', () => {
    const movement = signedBy(
      'InBondMovement',
      {
        ...{
          number: '123456789',
          entryType: '62',
          carrier: operator,
          originPort: '3404',
          movedAt: midnight(2),
        },
        goods: [{ lot: BATCH, volume: bbl('1400') }],
      },
      midnight(2),
    );
    const month = monthOf([...base, movement]);
    assert.deepEqual(
      month.crossings.map(({ inBond, volume }) => [volume, inBond]),
      [
        ['1000', undefined],
        ['1000', '123456789'],
        ['400', '123456789'],
        ['600', undefined],
      ],
    );
    assert.equal(month.entries[0]?.lines[0]?.volume, '1600');
    assert.equal(month.days[1]?.entryState, 'nothing-to-enter');
    assert.deepEqual(codes(month), []);
  });

  it('where nothing tells of title, the operator’s allocation does', () => {
    const batch = 'urn:sample:small:batch:9';
    const allocation = signedBy(
      'PipelineAllocation',
      {
        ...{ number: 'A-1', line: LINE, operator, point: METER, day: '2026-08-01' },
        shares: [
          { batch, owner: ann, volume: bbl('2') },
          { batch, owner: ben, volume: bbl('1') },
        ],
      },
      midnight(2),
    );
    const { crossings } = monthOf([border(1, { batch }), allocation]);
    assert.deepEqual(
      crossings.map(({ basis, owner, volume }) => [owner.name, volume, basis.kind]),
      [
        [ann.name, '666.667', 'allocation'],
        [ben.name, '333.333', 'allocation'],
      ],
    );
  });

  it('cubic metres at 15 °C cross as barrels at 60 °F, by the density of the ticket', () => {
    const reported = {
      netStandardVolume: { value: '1000', unit: 'MTQ', base: '15C' as const },
      density15C: { value: '926.5', unit: 'KMQ' },
    };
    const [crossing] = monthOf([production(), injection(), border(1, { reported })]).crossings;
    // 6.2924 barrels a cubic metre between the two bases for heavy crude; 6.28981 is geometric only.
    assert.match(crossing?.volume ?? '', /^6292\.[34]/);
    assert.equal(crossing?.api.reported, '21.1');
  });
});

describe('corrections', () => {
  const correction = (known: string) => {
    const first = border(2);
    const after = border(
      2,
      {
        reported: { netStandardVolume: bbl('990'), apiGravity60F: '21.1' },
        corrects: { number: 'B-2', digest: first.digest, reason: 'Meter factor of the day before.' },
      },
      'B-2-C',
    );
    return { ...after, knownAt: new Date(known).toISOString() as Signed['knownAt'] };
  };
  const adjusted = (known: string, at: string, entries: readonly FiledEntry[]) =>
    monthOf([...base, correction(known)], { at, filed: entries });

  it('the month counts the new figure, and both versions stay', () => {
    const month = adjusted('2026-08-03T12:00:00Z', midnight(4), []);
    assert.equal(month.days[1]?.volume, '990');
    assert.deepEqual(
      month.adjustments.map(({ after, before, proposal }) => [before, after, proposal]),
      [['1000', '990', 'none']],
    );
    assert.equal(adjusted('2026-08-05T12:00:00Z', midnight(4), []).days[1]?.volume, '1000');
  });

  it('what to do depends on what was entered on the first figure, and on the date', () => {
    const proposal = (state: FiledEntry['state'], at: string, filedAt = midnight(4)) =>
      adjusted('2026-08-20T12:00:00Z', at, [filed({ state, filedAt })]).adjustments[0]?.proposal;
    assert.equal(proposal('draft', '2026-08-21T12:00:00Z'), 'amend-draft');
    assert.equal(proposal('filed', '2026-08-21T12:00:00Z'), 'post-summary-correction');
    // Filed on 4 August 2026; the 300th day after is 31 May 2027.
    assert.equal(proposal('filed', '2027-05-31T12:00:00Z'), 'post-summary-correction');
    assert.equal(proposal('filed', '2027-06-01T12:00:00Z'), 'reconciliation');
    assert.equal(proposal('filed', '2026-08-21T12:00:00Z', '2026-08-20T13:00:00Z'), 'none');
  });
});

describe('the balance', () => {
  it('closes by the book where nothing was measured, and says whose the rest is', () => {
    const { balance } = monthOf([
      ...base.filter(({ digest }) => !digest.endsWith('D-1')),
      delivery({ reported: { netStandardVolume: bbl('1800') } }),
    ]);
    assert.deepEqual(
      [balance.opening, balance.received, balance.delivered, balance.closing, balance.imbalance],
      ['3000', '0', '1800', '1200', '0'],
    );
    assert.deepEqual(balance.stocks, [{ lot: BATCH, kind: 'batch', book: '1200' }]);
    assert.equal(balance.owners[0]?.balance, '1200');
  });

  it('a ticket over the end of the month counts by time on either side', () => {
    const inject = injection({ from: '2026-07-31T17:00:00Z', to: '2026-08-01T17:00:00Z' });
    assert.equal(monthOf([production(), inject]).balance.received, '1500');
  });
});

it('propane runs by its rows alone: one number whatever its gravity, free of duty, reported in cubic metres', () => {
  const commodity = 'propane';
  const relative = {
    kind: 'relative-density' as const,
    value: '0.508',
    at: { temperature: { value: '60', unit: 'FAH' } },
  };
  const reported = { netStandardVolume: bbl('1000') };
  const month = monthOf(
    [
      production({ commodity, role: 'product' }),
      injection({ commodity }),
      ...[1, 2, 3].map((day) => border(day, { commodity, reported, readings: { density: relative } })),
    ],
    { profile: { ...profile, commodities: [commodity] } },
  );
  assert.deepEqual(codes(month), []);
  const [line] = month.entries[0]?.lines ?? [];
  assert.deepEqual(
    [line?.hts, line?.quantity, line?.duty.amount],
    ['2711120010', { value: '477', unit: 'MTQ' }, '0.00'],
  );
  assert.equal(month.process.kind, 'monthly');
});

it('a month has the form that is published', () => {
  const check = Compile(LineMonthSchema);
  const seen = [base, dutiable, [border(1)], [], [...base, sale('T-1', { volume: bbl('1') })]];
  for (const papers of seen) assert.deepEqual([...check.Errors(monthOf(papers))], []);
});

it('a ticket without flow is a measured day on which nothing crossed', () => {
  const still = border(2, { reported: { netStandardVolume: bbl('0') } });
  const month = monthOf([...base.filter(({ digest }) => !digest.endsWith('B-2')), still]);
  assert.equal(month.days[1]?.state, 'no-flow');
  assert.deepEqual(codes(month), []);
});

it('goods of a country without normal trade relations pay column 2', () => {
  const russian = production({ parts: [{ country: 'RU', role: 'crude', percent: '100' }] });
  const month = monthOf(base.map((one) => (one.digest === russian.digest ? russian : one)));
  // HTSUS 2709.00.10, column 2: 21 cents a barrel.
  assert.equal(month.entries[0]?.duty.amount, '210.00');
});
