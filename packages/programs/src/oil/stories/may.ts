import type { PipelineAllocation, PipelineNomination } from '@portolan/documents';
import { certification } from './entering.ts';
import { batch, bbl, LINE, METER, midnight, nextDay, profile, SUPERIOR, TERMINAL } from './line.ts';
import {
  bitumen,
  blended,
  boughtDiluent,
  crossed,
  DILBIT,
  delivered,
  type Grade,
  heavy,
  injected,
  LIGHT,
  light,
  lineFill,
  produced,
  sold,
  stated,
} from './papers.ts';
import { holder, type OilActor, type OilOwner } from './parties.ts';
import type { OilPaper } from './story.ts';

/**
 * May 2026 on the sample line: 24,000 barrels a day in four batches, which three owners hold one after the other. One sale is made in
 * the pipe and signed two days later, another passes on what was bought the day before.
 */

const RATE = 24_000;

interface Batch {
  readonly id: string;
  readonly grade: Grade;
  readonly stock: string;
  readonly shipper: OilOwner;
  /** First day at the border meter, and how many days it takes to pass. */
  readonly first: string;
  readonly days: number;
}

const B1: Batch = {
  id: batch('05-1'),
  grade: heavy,
  stock: DILBIT,
  shipper: 'aurora',
  first: '2026-05-01',
  days: 8,
};
const B2: Batch = {
  id: batch('05-2'),
  grade: light,
  stock: LIGHT,
  shipper: 'coulee',
  first: '2026-05-09',
  days: 8,
};
const B3: Batch = {
  id: batch('05-3'),
  grade: heavy,
  stock: DILBIT,
  shipper: 'aurora',
  first: '2026-05-17',
  days: 8,
};
const B4: Batch = {
  id: batch('05-4'),
  grade: heavy,
  stock: DILBIT,
  shipper: 'prairie',
  first: '2026-05-25',
  days: 7,
};
/** In the line at the end of the month; it crosses in September. */
const B5: Batch = {
  id: batch('06-1'),
  grade: heavy,
  stock: DILBIT,
  shipper: 'aurora',
  first: '2026-06-01',
  days: 7,
};

export const mayBatches = [B1, B2, B3, B4] as const;
const everyBatch = [...mayBatches, B5];

const volumeOf = ({ days }: Batch) => String(RATE * days);
const seen: readonly OilActor[] = ['agency', 'pipeline'];
const owners: readonly OilActor[] = ['agency', 'aurora', 'coulee', 'prairie'];

/** The morning after, when papers of a day are signed. */
const morningAfter = (day: string) => `${nextDay(day)}T13:00:00Z`;

const origin: readonly OilPaper[] = [
  {
    name: 'Production of bitumen',
    content: { type: 'LiquidProduction', document: bitumen('SMP-2604-1', '540000') },
    ...{ by: 'facility', at: '2026-04-22T14:00:00Z', to: seen },
  },
  {
    name: 'Diluent bought',
    content: { type: 'LiquidProduction', document: boughtDiluent('SMP-2604-2', '210000') },
    ...{ by: 'facility', at: '2026-04-22T14:05:00Z', to: seen },
  },
  {
    name: 'Production of light crude oil',
    content: {
      type: 'LiquidProduction',
      document: produced('SMP-2604-3', {
        ...{ commodity: 'crude-oil', role: 'crude', lot: LIGHT, volume: bbl('192000') },
        facility: { id: 'urn:sample:muskeg:facility:2', name: 'Sample Muskeg plant 2', country: 'CA' },
      }),
    },
    ...{ by: 'facility', at: '2026-04-22T14:10:00Z', to: seen },
  },
  {
    name: 'Blend',
    content: { type: 'LiquidBlend', document: blended('SMB-2604-1', '540000', '210000', '750000') },
    ...{ by: 'facility', at: '2026-04-22T14:15:00Z', to: seen },
  },
  {
    name: 'Certification of origin',
    content: { type: 'CertificationOfOrigin', document: certification },
    ...{ by: 'facility', at: '2026-04-22T14:20:00Z', to: owners },
  },
];

const nomination: PipelineNomination = {
  number: 'SBN-2605',
  state: 'scheduled',
  line: LINE,
  operator: holder('pipeline'),
  month: '2026-05',
  batches: mayBatches.map((one) => ({
    batch: one.id,
    shipper: holder(one.shipper),
    commodity: 'crude-oil',
    originCountry: 'CA',
    volume: bbl(volumeOf(one)),
    receipt: TERMINAL,
    delivery: SUPERIOR,
    crossesAt: midnight(one.first),
    deliversAt: midnight(nextDay(one.first, one.days)),
  })),
};

function movementsOf(one: Batch): OilPaper[] {
  const { days, first, grade, id, shipper, stock } = one;
  const begins = nextDay(first, -8);
  const name = id.slice(-4);
  const injection = injected(`SBT-I-${name}`, id, stock, shipper, volumeOf(one), {
    from: midnight(begins),
    to: midnight(nextDay(begins, days)),
  });
  const paper = (document: typeof injection, title: string, day: string): OilPaper => ({
    name: title,
    content: { type: 'MeasurementTicket', document },
    by: 'pipeline',
    at: morningAfter(day),
    to: owners,
  });
  const border = Array.from({ length: one === B5 ? 0 : days }, (_, index) => {
    const day = nextDay(first, index);
    const period = { from: midnight(day), to: midnight(nextDay(day)) };
    return paper(crossed(`SBT-B-${day}`, id, String(RATE), period, grade), `Border ${day}`, day);
  });
  return [paper(injection, `Injection ${name}`, nextDay(begins, days - 1)), ...border];
}

/** Who takes what of each batch out of the line at its end; the owners are those that the sales leave. */
const taken: readonly (readonly [Batch, OilOwner, string])[] = [
  [B1, 'aurora', '132000'],
  [B1, 'coulee', '60000'],
  [B2, 'coulee', '192000'],
  [B3, 'coulee', '96000'],
  [B3, 'prairie', '96000'],
  [B4, 'prairie', '168000'],
];

const deliveries: readonly OilPaper[] = taken.map(([one, to, volume]) => {
  const last = nextDay(one.first, one.days - 1);
  const name = `${one.id.slice(-4)}-${to}`;
  // The last hours of a batch's last day: all of it has crossed but what is on the way between the meters.
  const period = { from: `${last}T17:00:00Z`, to: midnight(nextDay(last)) };
  return {
    name: `Delivery ${name}`,
    content: { type: 'MeasurementTicket', document: delivered(`SBT-D-${name}`, one.id, to, volume, period) },
    by: 'pipeline',
    at: morningAfter(last),
    to: ['agency', to],
  };
});

/** Made at noon of the fifth, in the pipe; signed on the seventh. */
export const saleInThePipe = sold({
  ...{ number: 'SAO-T-0505', from: 'aurora', to: 'coulee', batch: B1.id, volume: '60000' },
  ...{ effectiveAt: '2026-05-05T17:00:00Z', price: '53.10' },
});
const saleOfBatch = sold({
  ...{ number: 'SAO-T-0517', from: 'aurora', to: 'coulee', batch: B3.id },
  ...{ effectiveAt: midnight('2026-05-17'), price: '53.45' },
});
const saleOnwards = sold({
  ...{ number: 'SCT-T-0520', from: 'coulee', to: 'prairie', batch: B3.id, volume: '96000' },
  ...{ effectiveAt: midnight('2026-05-20'), price: '54.20' },
});

const sales: readonly OilPaper[] = [
  {
    name: 'Sale in the pipe',
    content: { type: 'TitleTransfer', document: saleInThePipe },
    ...{ by: 'aurora', at: '2026-05-07T15:00:00Z', to: ['coulee', ...seen] },
  },
  {
    name: 'Sale of a whole batch',
    content: { type: 'TitleTransfer', document: saleOfBatch },
    ...{ by: 'aurora', at: '2026-05-18T15:00:00Z', to: ['coulee', ...seen] },
  },
  {
    name: 'Sale onwards',
    content: { type: 'TitleTransfer', document: saleOnwards },
    ...{ by: 'coulee', at: '2026-05-20T15:00:00Z', to: ['prairie', ...seen] },
  },
];

/** Barrels of a day by owner, where more than one owns the batch: by the shares that the sales leave. */
const divided: readonly (readonly [day: string, Batch, ...(readonly [OilOwner, string])[]])[] = [
  ['2026-05-05', B1, ['aurora', '20250'], ['coulee', '3750']],
  ...(['2026-05-06', '2026-05-07', '2026-05-08'] as const).map(
    (day) => [day, B1, ['aurora', '16500'], ['coulee', '7500']] as const,
  ),
  ...(['2026-05-20', '2026-05-21', '2026-05-22', '2026-05-23', '2026-05-24'] as const).map(
    (day) => [day, B3, ['coulee', '12000'], ['prairie', '12000']] as const,
  ),
];

const allocations: readonly OilPaper[] = divided.map(([day, one, ...shares]) => {
  const document: PipelineAllocation = {
    number: `SBA-${day}`,
    line: LINE,
    operator: holder('pipeline'),
    point: METER,
    day,
    shares: shares.map(([owner, volume]) => ({ batch: one.id, owner: holder(owner), volume: bbl(volume) })),
  };
  return {
    name: `Allocation ${day}`,
    content: { type: 'PipelineAllocation', document },
    ...{
      by: 'pipeline',
      at: morningAfter(nextDay(day, 3)),
      to: ['agency', ...shares.map(([owner]) => owner)],
    },
  };
});

const statements: readonly OilPaper[] = (
  [
    ['aurora', [[B1, '192000', '132000'] as const, [B3, '192000', undefined] as const]],
    [
      'coulee',
      [
        [B1, undefined, '60000'] as const,
        [B2, '192000', '192000'] as const,
        [B3, undefined, '96000'] as const,
      ],
    ],
    ['prairie', [[B3, undefined, '96000'] as const, [B4, '168000', '168000'] as const]],
  ] as const
).map(([owner, rows]) => ({
  name: `Delivery statement ${owner}`,
  content: {
    type: 'DeliveryStatement' as const,
    document: stated(
      `SBS-2605-${owner}`,
      owner,
      '2026-05',
      rows.map(([one, received, out]) => ({
        batch: one.id,
        ...(received === undefined ? {} : { received: bbl(received) }),
        ...(out === undefined ? {} : { delivered: bbl(out) }),
      })),
    ),
  },
  ...{ by: 'pipeline' as const, at: '2026-06-02T15:00:00Z', to: ['agency', owner] as const },
}));

/** Everything that was signed of the month but what the owners enter it with, in the order of time. */
export const mayPapers: readonly OilPaper[] = [
  {
    name: 'Profile',
    content: { type: 'PipelineProfile' as const, document: profile },
    ...{ by: 'pipeline' as const, at: '2026-01-05T15:00:00Z', to: owners },
  },
  ...origin,
  {
    name: 'Schedule',
    content: { type: 'PipelineNomination' as const, document: nomination },
    ...{ by: 'pipeline' as const, at: '2026-04-24T15:00:00Z', to: owners },
  },
  {
    name: 'Line fill at the beginning',
    content: {
      type: 'PipelineStock' as const,
      document: lineFill('SBF-0501', midnight('2026-05-01'), B1.id, '192000'),
    },
    ...{ by: 'pipeline' as const, at: '2026-05-01T13:00:00Z', to: owners },
  },
  ...everyBatch.flatMap(movementsOf),
  ...deliveries,
  ...sales,
  ...allocations,
  {
    name: 'Line fill at the end',
    content: {
      type: 'PipelineStock' as const,
      // Twenty barrels less than the book: within the tenth of a percent that the tariff of the line allows.
      document: lineFill('SBF-0601', midnight('2026-06-01'), B5.id, '167980'),
    },
    ...{ by: 'pipeline' as const, at: '2026-06-01T13:00:00Z', to: owners },
  },
  ...statements,
].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
