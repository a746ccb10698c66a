import type { MeasurementTicket } from '@portolan/documents';
import { apart } from './apart.ts';
import { HEAVY_HTS, LIGHT_HTS } from './entering.ts';
import { batch, bbl, METER, midnight } from './line.ts';
import { delivered, injected, type Sale, sold } from './papers.ts';
import type { OilOwner } from './parties.ts';
import type { OilFiling, OilPaper } from './story.ts';
import {
  borderTickets,
  type Changes,
  injection,
  invoice,
  manifest,
  paper,
  threeDays,
  ticketPaper,
  V,
  VOLUME,
} from './three-days.ts';

/** One thing wrong, or at its limit, in three days of one batch. */
export interface OilVariant extends OilFiling {
  readonly id: string;
  readonly title: string;
}

type Outcome = OilFiling['expect']['outcome'];

interface Given extends Changes {
  readonly at?: string;
}

function variant(
  id: string,
  title: string,
  outcome: Outcome,
  reasons: readonly string[],
  { at = '2026-06-12T15:00:00Z', ...changes }: Given = {},
): OilVariant {
  return {
    ...{ id: `oil-${id}`, title, owner: changes.owner ?? 'aurora', at },
    papers: apart(id, threeDays(changes)),
    expect: { outcome, reasons },
  };
}

const salePaper = (sale: Sale, at: string): OilPaper =>
  paper(`Sale ${sale.number}`, { type: 'TitleTransfer', document: sold(sale) }, sale.from, at, {
    to: ['agency', 'pipeline', sale.to],
  });

const before = midnight('2026-06-08');

function sale(number: string, to: OilOwner, more: Partial<Sale> = {}): Sale {
  return { number, from: 'aurora', to, batch: V, effectiveAt: before, price: '53.00', ...more };
}

/** The tickets with one of them changed; the second day unless said. */
function changed(change: (ticket: MeasurementTicket) => MeasurementTicket | undefined, at = 1) {
  return borderTickets.flatMap((ticket, index) => (index === at ? (change(ticket) ?? []) : [ticket]));
}

/** All three tickets as of another gravity. */
const withApi = (raw: string, reported: string) =>
  borderTickets.map((ticket) => ({
    ...ticket,
    readings: {
      ...ticket.readings,
      density: {
        kind: 'api-gravity' as const,
        value: raw,
        at: { temperature: { value: '60', unit: 'FAH' } },
      },
    },
    reported: { ...ticket.reported, apiGravity60F: reported },
  }));

const sedimented = (ticket: MeasurementTicket, percent: string): MeasurementTicket => ({
  ...ticket,
  readings: { ...ticket.readings, sedimentAndWater: percent },
  reported: { ...ticket.reported, sedimentAndWater: percent },
});

/** A density at 15 °C that was read as one at 60 °F: 25.03 degrees API reported as 24.97. */
const confused = borderTickets.map(({ readings: _, ...ticket }) => ({
  ...ticket,
  reported: {
    ...ticket.reported,
    density15C: { value: '903.45', unit: 'KMQ' },
    apiGravity60F: '24.97',
  },
}));

const delivery = delivered('SBT-D-V', V, 'aurora', VOLUME, {
  from: '2026-06-10T05:00:00Z',
  to: midnight('2026-06-11'),
});

export const oilVariants: readonly OilVariant[] = [
  variant('three-days', 'Three days of one batch, all as it should be', 'accept', []),
  variant(
    'overdrawn-batch',
    'More is sold of a batch than its seller has',
    'refuse',
    ['OIL_TITLE_OVERDRAWN'],
    {
      more: [salePaper(sale('SAO-V-1', 'coulee', { volume: '100000' }), '2026-06-05T15:00:00Z')],
    },
  ),
  variant(
    'negative-stock',
    'More is injected than the stock ever held',
    'refuse',
    ['OIL_PERIOD_DUTIABLE', 'OIL_STATUS_UNPROVED', 'OIL_STOCK_NEGATIVE'],
    {
      bitumen: '36000',
      diluent: '14000',
      made: '50000',
    },
  ),
  variant(
    'two-owners',
    'The same batch is sold to two',
    'refuse',
    ['OIL_NOT_OWNER', 'OIL_TITLE_SOLD_TWICE'],
    {
      owner: 'prairie',
      invoice: ['aurora', invoice('aurora', 'prairie')],
      more: [
        salePaper(sale('SAO-V-1', 'coulee'), '2026-06-05T15:00:00Z'),
        salePaper(sale('SAO-V-2', 'prairie'), '2026-06-05T16:00:00Z'),
      ],
    },
  ),
  variant(
    'sale-after-delivery',
    'A batch is sold after it was delivered',
    'refuse',
    ['OIL_TITLE_AFTER_DELIVERY'],
    {
      more: [
        ticketPaper(delivery, '2026-06-11T06:00:00Z'),
        salePaper(sale('SAO-V-1', 'coulee', { effectiveAt: '2026-06-11T12:00:00Z' }), '2026-06-11T13:00:00Z'),
      ],
    },
  ),
  variant(
    'overlapping-tickets',
    'Two tickets of the meter cover the same hours',
    'refuse',
    ['OIL_TICKETS_OVERLAP'],
    {
      tickets: changed((ticket) => ({ ...ticket, from: '2026-06-08T23:00:00Z' })),
    },
  ),
  variant('missing-day', 'The ticket of a day is missing', 'refuse', ['OIL_DAY_NOT_MEASURED'], {
    tickets: changed(() => undefined),
  }),
  variant('sediment-over-limit', 'Sediment and water above the limit', 'refer', ['OIL_WATER_OVER_LIMIT'], {
    tickets: changed((ticket) => sedimented(ticket, '0.9')),
  }),
  variant('api-24-96', '24.96 is reported as 25.0: the reported figure decides', 'accept', [], {
    tickets: withApi('24.96', '25.0'),
    manifest: manifest('aurora', LIGHT_HTS),
    invoice: ['facility', invoice('facility', 'aurora', LIGHT_HTS)],
  }),
  variant('api-25-0', '25.0 degrees are of the higher number', 'refuse', ['OIL_TARIFF_NUMBER'], {
    tickets: withApi('25.0', '25.0'),
  }),
  variant('diluent-40-000', 'Diluent of exactly 40 percent', 'accept', [], {
    bitumen: '60000',
    diluent: '40000',
    made: '100000',
  }),
  variant(
    'diluent-40-001',
    'Diluent of 40.001 percent',
    'refuse',
    ['OIL_PERIOD_DUTIABLE', 'OIL_STATUS_BROKEN'],
    {
      bitumen: '59999',
      diluent: '40001',
      made: '100000',
    },
  ),
  variant(
    'batch-number-reused',
    'A batch number is used again after it was delivered',
    'refuse',
    ['OIL_BATCH_REUSED'],
    {
      more: [
        ticketPaper(delivery, '2026-06-11T06:00:00Z'),
        ticketPaper(
          injected('SBT-I-V2', V, injection.stock ?? '', 'aurora', '5000', {
            from: '2026-06-11T06:00:00Z',
            to: '2026-06-11T12:00:00Z',
          }),
          '2026-06-11T13:00:00Z',
        ),
      ],
    },
  ),
  variant(
    'backdated-transfer',
    'A sale is dated back before one that the log knew first',
    'refuse',
    ['OIL_NOT_OWNER', 'OIL_TITLE_SOLD_ON'],
    {
      owner: 'prairie',
      invoice: ['aurora', invoice('aurora', 'prairie')],
      more: [
        salePaper(sale('SAO-V-1', 'coulee'), '2026-06-08T15:00:00Z'),
        salePaper(
          sale('SAO-V-2', 'prairie', { effectiveAt: '2026-06-04T12:00:00Z' }),
          '2026-06-11T15:00:00Z',
        ),
      ],
    },
  ),
  variant('double-entry', 'The same barrels on two lines', 'refuse', ['OIL_ENTERED_TWICE'], {
    invoice: ['facility', twoLines()],
  }),
  variant(
    'base-confusion',
    'A density at 15 °C taken for one at 60 °F',
    'refuse',
    ['OIL_DENSITY_BASE_CONFUSED'],
    {
      tickets: confused,
    },
  ),
  variant(
    'unknown-meter',
    'A ticket of a meter that the line does not have',
    'refuse',
    ['OIL_DAY_NOT_MEASURED', 'OIL_METER_UNKNOWN'],
    {
      tickets: changed((ticket) => ({ ...ticket, point: `${METER}-2` })),
    },
  ),
  variant('volume-too-high', 'More is entered than crossed', 'refuse', ['OIL_ENTERED_TOO_MUCH'], {
    tickets: changed((ticket) => ({
      ...ticket,
      reported: { ...ticket.reported, netStandardVolume: bbl('23000') },
    })),
    manifest: manifest('aurora', HEAVY_HTS, ['24000', '23000', '24000']),
  }),
];

function twoLines() {
  const whole = invoice();
  const [line] = whole.lines;
  if (!line) throw new Error('no line');
  const half = {
    ...line,
    quantity: { value: '36000', unit: 'BLL' },
    amount: { amount: '1872000.00', currency: 'USD' },
  };
  return { ...whole, lines: [half, { ...half, number: '2' }] };
}

/** The batch of the variants, for tests. */
export const variantBatch = batch('06-v');
