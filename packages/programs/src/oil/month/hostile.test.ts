import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signed } from '../../signed.ts';
import { paper } from '../testing/sign.ts';
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
  METER,
  midnight,
  monthOf,
  operator,
  production,
  profile,
  sale,
  signedBy,
  ticket,
} from '../testing/small-line.ts';
import type { LineMonthInput } from './input.ts';

/** One thing wrong in a month that is else as it should be: each is found for its own reason, and for no other. */
interface Hostile {
  readonly name: string;
  readonly papers: readonly Signed[];
  readonly expected: readonly string[];
  readonly input?: Partial<LineMonthInput>;
}

const without = (...numbers: string[]) =>
  base.filter(({ document }) => !numbers.includes((document as { readonly number: string }).number));
const later = (day: number): Partial<LineMonthInput> => ({ at: midnight(day) });

const api = (raw: string, reported: string) => ({
  readings: {
    density: { kind: 'api-gravity' as const, value: raw, at: { temperature: { value: '60', unit: 'FAH' } } },
  },
  reported: { netStandardVolume: bbl('1000'), apiGravity60F: reported },
});

const cases: readonly Hostile[] = [
  { name: 'nothing wrong', papers: base, expected: [] },
  {
    name: 'overdrawn batch: sold more than there is',
    papers: [...base, sale('T-1', { volume: bbl('3000.001') })],
    expected: ['OIL_TITLE_OVERDRAWN'],
  },
  {
    name: 'overdrawn batch: delivered more than was injected',
    papers: [...without('D-1'), delivery({ reported: { netStandardVolume: bbl('3100') } })],
    expected: ['OIL_DELIVERED_OVER', 'OIL_STOCK_NEGATIVE'],
  },
  {
    name: 'negative stock',
    papers: [...without('W-1'), production({ volume: bbl('2999') })],
    expected: ['OIL_STATUS_NOT_PROVED', 'OIL_STOCK_NEGATIVE'],
  },
  {
    name: 'two owners: the same volume sold twice',
    papers: [...without('D-1'), sale('T-1'), sale('T-2', { buyer: cay, known: '2026-08-01T06:00:00Z' })],
    expected: ['OIL_TITLE_SOLD_TWICE'],
  },
  {
    name: 'backdated before a sale that the log knew first',
    papers: [
      ...without('D-1'),
      sale('T-1', { effectiveAt: midnight(2) }),
      sale('T-2', { buyer: cay, effectiveAt: midnight(1), known: midnight(3) }),
    ],
    expected: ['OIL_TITLE_SOLD_ON'],
  },
  {
    name: 'backdated, and nobody else had a claim: taken and remarked',
    papers: [...without('D-1'), sale('T-1', { effectiveAt: midnight(2), known: '2026-08-03T12:00:00Z' })],
    expected: ['OIL_TITLE_KNOWN_LATE'],
  },
  {
    name: 'backdated, after the seller had entered the day',
    papers: [...without('D-1'), sale('T-1', { effectiveAt: midnight(1), known: midnight(4) })],
    input: {
      at: midnight(5),
      filed: [
        {
          ...{ entry: 'ZZ9-0000103-5', owner: ann.did, from: '2026-08-01', to: '2026-08-03', state: 'filed' },
          ...{ volumes: [{ hts: '2709001000', volume: '3000' }], filedAt: '2026-08-04T04:00:00Z' },
        },
      ],
    },
    expected: ['OIL_DAY_MISSING', 'OIL_TITLE_AFTER_ENTRY'],
  },
  {
    name: 'backdated, after the operator had allocated the day to the seller',
    papers: [
      ...base,
      signedBy(
        'PipelineAllocation',
        {
          ...{ number: 'A-1', line: LINE, operator, point: METER, day: '2026-08-02' },
          shares: [{ batch: BATCH, owner: ann, volume: bbl('1000') }],
        },
        midnight(3),
      ),
      sale('T-1', { effectiveAt: midnight(2), known: '2026-08-03T12:00:00Z' }),
    ],
    expected: ['OIL_TITLE_AFTER_ALLOCATION'],
  },
  {
    name: 'sale after delivery',
    papers: [...base, sale('T-1', { effectiveAt: '2026-08-04T08:00:00Z', known: '2026-08-04T09:00:00Z' })],
    input: { at: '2026-08-04T10:00:00Z' },
    expected: ['OIL_TITLE_AFTER_DELIVERY'],
  },
  {
    name: 'sale by who never owned any',
    papers: [...base, sale('T-1', { seller: cay, buyer: ben })],
    expected: ['OIL_TITLE_NEVER_OWNED'],
  },
  {
    name: 'overlapping tickets of one meter',
    papers: [...without('B-2'), border(2, { from: '2026-08-02T02:00:00Z' })],
    expected: ['OIL_TICKETS_OVERLAP'],
  },
  {
    name: 'a time measured twice counts once',
    papers: [...base, border(2, {}, 'B-2-again')],
    expected: ['OIL_TICKETS_OVERLAP'],
  },
  { name: 'missing day', papers: without('B-2'), expected: ['OIL_DAY_MISSING'] },
  {
    name: 'totalizer gap',
    papers: [
      ...without('B-1', 'B-2'),
      border(1, { readings: { open: bar('0'), close: bar('1000') } }),
      border(2, { readings: { open: bar('1001'), close: bar('2001') } }),
    ],
    expected: ['OIL_TOTALIZER_GAP'],
  },
  {
    name: 'a ticket number with other content',
    papers: [...base, { ...border(3, { batch: 'urn:sample:other' }), digest: 'other', held: 'other' }],
    expected: ['OIL_TICKET_NUMBER_TWICE'],
  },
  {
    name: 'a ticket that was signed twice is one ticket',
    papers: [...base, { ...border(3), digest: 'again', held: 'again' }],
    expected: [],
  },
  {
    name: 'sediment and water over the limit',
    papers: [
      ...without('B-2'),
      border(2, {
        reported: { netStandardVolume: bbl('1000'), apiGravity60F: '21.1', sedimentAndWater: '0.501' },
      }),
    ],
    expected: ['OIL_WATER_OVER_LIMIT'],
  },
  {
    name: '24.96 reported as 25.0',
    papers: [...without('B-2'), border(2, api('24.96', '25.0'))],
    expected: ['OIL_API_STRADDLES'],
  },
  { name: '25.0 is no straddle', papers: [...without('B-2'), border(2, api('25.0', '25.0'))], expected: [] },
  {
    name: 'batch number re-used after it was emptied',
    papers: [
      ...base,
      production({ number: 'W-2', volume: bbl('500') }),
      injection(
        {
          from: '2026-08-04T06:00:00Z',
          to: '2026-08-04T09:00:00Z',
          reported: { netStandardVolume: bbl('500') },
        },
        'I-2',
      ),
    ],
    input: { at: '2026-08-04T10:00:00Z' },
    expected: ['OIL_BATCH_REUSED'],
  },
  {
    name: 'unknown meter',
    papers: [...without('B-2'), border(2, { point: 'urn:sample:small:meter:2' })],
    expected: ['OIL_DAY_MISSING', 'OIL_METER_UNKNOWN'],
  },
  {
    name: 'a delivery point that is said to be the border meter',
    papers: [...base, ticket('B-9', 'border', { point: 'urn:sample:small:out', batch: BATCH })],
    expected: ['OIL_METER_KIND'],
  },
  {
    name: 'density at 15 °C taken as 60 °F: 903.45 kg/m³ is 25.03, not 24.97',
    papers: [
      ...without('B-2'),
      border(2, {
        reported: {
          netStandardVolume: bbl('1000'),
          apiGravity60F: '24.97',
          density15C: { value: '903.45', unit: 'KMQ' },
        },
      }),
    ],
    expected: ['OIL_DENSITY_BASE_CONFUSED'],
  },
  {
    name: 'the same, where the densitometer was read at 15 °C',
    papers: [
      ...without('B-2'),
      border(2, {
        readings: {
          density: { kind: 'density', value: '903.45', at: { temperature: { value: '15', unit: 'CEL' } } },
        },
        reported: { netStandardVolume: bbl('1000'), apiGravity60F: '24.97' },
      }),
    ],
    expected: ['OIL_API_STRADDLES', 'OIL_DENSITY_BASE_CONFUSED'],
  },
  {
    name: 'a volume in a unit of mass',
    papers: [
      ...without('B-2'),
      border(2, {
        reported: { netStandardVolume: { value: '159', unit: 'TNE', base: '60F' }, apiGravity60F: '21.1' },
      }),
    ],
    expected: ['OIL_VOLUME_UNREAD'],
  },
  {
    name: 'cubic metres at 15 °C converted with the geometric factor',
    papers: [
      ...without('B-2'),
      border(2, {
        reported: {
          grossStandardVolume: { value: '1000', unit: 'MTQ', base: '15C' },
          netStandardVolume: bbl('6289.81'),
          apiGravity60F: '21.1',
          sedimentAndWater: '0',
        },
      }),
    ],
    expected: ['OIL_VOLUME_BASE_CONFUSED'],
  },
  {
    // API MPMS 11.1, crude oil: 30 API at 100 °F has a CTL of 0.98210, so that 1,000 barrels are 982.10.
    name: 'readings that give another volume than is reported',
    papers: [
      ...without('B-2'),
      border(2, {
        readings: {
          ...{ open: bar('0'), close: bar('1000'), temperature: { value: '100', unit: 'FAH' } },
          density: { kind: 'api-gravity', value: '30', at: { temperature: { value: '60', unit: 'FAH' } } },
        },
        reported: { netStandardVolume: bbl('1000'), apiGravity60F: '30' },
      }),
    ],
    expected: ['OIL_READINGS_DIFFER'],
  },
  {
    name: 'another base without a density',
    papers: [
      ...without('B-2'),
      border(2, {
        batch: 'urn:sample:small:batch:2',
        reported: { netStandardVolume: { value: '159', unit: 'MTQ', base: '15C' } },
      }),
    ],
    expected: ['OIL_VOLUME_NEEDS_DENSITY'],
  },
  {
    name: 'double entry',
    papers: base,
    input: {
      filed: (['ZZ9-0000103-5', 'ZZ9-0000104-3'] as const).map((entry) => ({
        ...{ entry, owner: ann.did, from: '2026-08-01', to: '2026-08-03', state: 'filed' as const },
        ...{ volumes: [{ hts: '2709001000', volume: '3000' }], filedAt: midnight(4) },
      })),
    },
    expected: ['OIL_ENTRY_DOUBLE'],
  },
  {
    name: 'entered more than was owned',
    papers: [...base, sale('T-1', { volume: bbl('1000') })],
    input: {
      filed: [
        {
          ...{ entry: 'ZZ9-0000103-5', owner: ann.did, from: '2026-08-01', to: '2026-08-03', state: 'filed' },
          ...{ volumes: [{ hts: '2709001000', volume: '3000' }], filedAt: midnight(4) },
        },
      ],
    },
    expected: ['OIL_DELIVERED_OVER', 'OIL_ENTRY_NOT_OWNER'],
  },
  {
    name: 'not entered in time',
    papers: base,
    input: { at: '2026-09-16T12:00:00Z' },
    expected: ['OIL_DAY_MISSING', 'OIL_ENTRY_LATE'],
  },
  {
    name: 'signed by somebody else',
    papers: [...base, { ...border(3, {}, 'B-9'), issuer: cay.did }],
    expected: ['OIL_PAPER_FOREIGN'],
  },
  {
    name: 'a ticket of the line by who is not its operator fills no batch',
    papers: [
      ...base,
      paper(
        'MeasurementTicket',
        { ...injection({ shipper: cay }, 'X-1').document, operator: cay },
        cay.did,
        midnight(1),
      ),
    ],
    expected: ['OIL_PAPER_FOREIGN'],
  },
  {
    name: 'a ticket of another line that measures a batch of this one fills it neither',
    papers: [
      ...base,
      paper(
        'MeasurementTicket',
        { ...injection({ shipper: cay, line: 'urn:sample:other' }, 'X-1').document, operator: cay },
        cay.did,
        midnight(1),
      ),
    ],
    expected: ['OIL_PAPER_FOREIGN'],
  },
  {
    name: 'production put into the stock of another gives nobody title and changes no origin',
    papers: [
      ...base,
      paper(
        'LiquidProduction',
        {
          ...production({ parts: [{ country: 'VE', role: 'crude', percent: '100' }] }).document,
          number: 'X-1',
          producer: cay,
          owner: cay,
        },
        cay.did,
        '2026-08-01T04:00:00Z',
      ),
    ],
    expected: ['OIL_STEP_REFUSED'],
  },
  {
    name: 'nobody is known to own it',
    papers: [...without('B-3'), border(3, { batch: 'urn:sample:small:batch:9' })],
    expected: ['OIL_STATUS_NOT_PROVED', 'OIL_TITLE_UNKNOWN'],
  },
  {
    name: 'allocation that differs from title',
    papers: [
      ...base,
      signedBy(
        'PipelineAllocation',
        {
          ...{ number: 'A-1', line: LINE, operator, point: METER, day: '2026-08-02' },
          shares: [
            { batch: BATCH, owner: ann, volume: bbl('900') },
            { batch: BATCH, owner: ben, volume: bbl('100') },
          ],
        },
        midnight(3),
      ),
    ],
    expected: ['OIL_ALLOCATION_DIFFERS'],
  },
  {
    name: 'a shipper statement that differs',
    papers: [
      ...base,
      signedBy(
        'DeliveryStatement',
        {
          ...{ number: 'S-1', line: LINE, operator, shipper: ann, month: '2026-08' },
          movements: [{ batch: BATCH, delivered: bbl('2990') }],
        },
        midnight(4),
      ),
    ],
    expected: ['OIL_SHIPPER_IMBALANCE'],
  },
  {
    name: 'the month does not close within the allowance of the line',
    papers: [
      ...base,
      signedBy(
        'PipelineStock',
        {
          ...{ number: 'L-0', line: LINE, operator, at: midnight(1) },
          stocks: [{ kind: 'line-fill', point: METER, lot: BATCH, volume: bbl('3005') }],
        },
        midnight(1),
      ),
      signedBy(
        'PipelineStock',
        {
          ...{ number: 'L-1', line: LINE, operator, at: '2026-09-01T05:00:00Z' },
          stocks: [{ kind: 'line-fill', point: METER, lot: 'urn:sample:none', volume: bbl('0') }],
        },
        midnight(4),
      ),
    ],
    expected: ['OIL_BALANCE_OUTSIDE'],
  },
  {
    name: 'more moved in bond than crossed',
    papers: [
      ...base,
      signedBy(
        'InBondMovement',
        {
          ...{ number: '123456789', entryType: '62', carrier: operator, originPort: '3404' },
          ...{ movedAt: midnight(3), goods: [{ lot: BATCH, volume: bbl('1500') }] },
        },
        midnight(3),
      ),
    ],
    expected: ['OIL_IN_BOND_OVER'],
  },
  {
    name: 'crude of the United States comes back',
    papers: [
      ...without('W-1'),
      production({ facility: { id: 'urn:sample:us', name: 'Well', country: 'US' } }),
    ],
    expected: ['OIL_RETURNED'],
  },
  {
    name: 'crude from elsewhere breaks the whole',
    papers: [...without('W-1'), production({ parts: [{ country: 'VE', role: 'crude', percent: '0.1' }] })],
    expected: ['OIL_STATUS_LOST'],
  },
  {
    name: 'an unknown commodity',
    papers: [...without('B-2'), border(2, { commodity: 'molasses' })],
    expected: ['OIL_API_MISSING', 'OIL_COMMODITY_UNKNOWN'],
  },
];

function bar(value: string) {
  return { value, unit: 'BLL' };
}

for (const { expected, input, name, papers } of cases)
  test(name, () => assert.deepEqual(codes(monthOf(papers, input ?? {})), expected));

test('daylight saving: a ticket of 24 hours leaves an hour of a day of 25 unmeasured, and is told so', () => {
  const november = (from: string, to: string) => border(1, { from, to }, 'N-1');
  const input = { month: '2026-11', at: '2026-11-02T12:00:00Z' };
  const short = monthOf(
    [production(), injection(), november('2026-11-01T05:00:00Z', '2026-11-02T05:00:00Z')],
    input,
  );
  assert.deepEqual(codes(short), ['OIL_DAY_LENGTH']);
  const whole = monthOf(
    [production(), injection(), november('2026-11-01T05:00:00Z', '2026-11-02T06:00:00Z')],
    input,
  );
  assert.deepEqual(codes(whole), []);
  assert.equal(whole.days[0]?.state, 'measured');
});

test('a day that begins at seven in the morning begins at seven also where the clock has changed that night', () => {
  const seven = { ...profile, dayBegins: '07:00' };
  const { days } = monthOf([], { profile: seven, month: '2026-03' });
  const around = days
    .filter(({ day }) => day >= '2026-03-07' && day <= '2026-03-08')
    .map(({ from, to }) => `${from} ${to}`);
  assert.deepEqual(around, [
    '2026-03-07T13:00:00.000Z 2026-03-08T12:00:00.000Z',
    '2026-03-08T12:00:00.000Z 2026-03-09T12:00:00.000Z',
  ]);
});

test('later days stay open while they are ahead', () => {
  const month = monthOf(base, later(4));
  assert.deepEqual(
    month.days.slice(0, 5).map(({ state }) => state),
    ['measured', 'measured', 'measured', 'partly', 'ahead'],
  );
});
