import type {
  LiquidProduction,
  MeasurementTicket,
  PipelineManifest,
  PipelineProfile,
  TitleTransfer,
} from '@portolan/documents';
import { type SampleTenant, sampleTenant } from '@portolan/programs';

/** Papers of a small line in August 2026 between members of the sample community: two days, one batch, one sale in the pipe. */

export const LINE = 'urn:sample:test-line';
export const BATCH = 'urn:sample:test-line:batch-1';
const STOCK = 'urn:sample:test-line:stock-1';
const METER = 'meter T-1';

type Slug = SampleTenant['slug'];

export const didOf = (slug: Slug) => sampleTenant(slug).did;
export const holderOf = (slug: Slug) => ({ name: sampleTenant(slug).name, did: didOf(slug) });
const bbl = (value: string) => ({ value, unit: 'BLL', base: '60F' as const });

export const profile: PipelineProfile = {
  number: 'TP-1',
  line: LINE,
  name: 'Sample test line',
  operator: holderOf('oil-pipeline'),
  commodities: ['crude-oil'],
  validFrom: '2026-01-01',
  zone: 'America/Chicago',
  dayBegins: '00:00',
  points: [
    { id: 'terminal T', name: 'Terminal', kind: 'receipt', country: 'CA' },
    { id: METER, name: 'Border meter', kind: 'border', country: 'US', port: '3404' },
  ],
};

export const production: LiquidProduction = {
  number: 'TLP-1',
  producer: holderOf('oil-facility'),
  facility: { id: 'facility T', name: 'Sample facility', country: 'CA', uwi: '100.01-01-001-01-W5.00' },
  commodity: 'crude-oil',
  role: 'crude',
  from: '2026-07-20T06:00:00Z',
  to: '2026-07-25T06:00:00Z',
  volume: bbl('20000'),
  lot: STOCK,
  owner: holderOf('oil-aurora'),
};

export const injection: MeasurementTicket = {
  number: 'TMT-1',
  kind: 'injection',
  line: LINE,
  operator: holderOf('oil-pipeline'),
  point: 'terminal T',
  from: '2026-07-28T05:00:00Z',
  to: '2026-07-29T05:00:00Z',
  commodity: 'crude-oil',
  batch: BATCH,
  stock: STOCK,
  shipper: holderOf('oil-aurora'),
  reported: { netStandardVolume: bbl('20000') },
};

/** What the border meter measured on a day of August. */
export function crossing(day: number, volume: string): MeasurementTicket {
  const at = (date: number) => `2026-08-${String(date).padStart(2, '0')}T05:00:00Z`;
  return {
    number: `TMT-B${day}`,
    kind: 'border',
    line: LINE,
    operator: holderOf('oil-pipeline'),
    point: METER,
    from: at(day),
    to: at(day + 1),
    commodity: 'crude-oil',
    batch: BATCH,
    readings: { sedimentAndWater: '0.2' },
    reported: { netStandardVolume: bbl(volume), apiGravity60F: '21.1', sedimentAndWater: '0.2' },
  };
}

/** A price and a contract that stand nowhere else. */
export const SECRETS = { price: '61.7294', contract: 'DEAL-7Q4Z-UNIQUE' };

export const sale: TitleTransfer = {
  number: 'TTT-1',
  line: LINE,
  seller: holderOf('oil-aurora'),
  buyer: holderOf('oil-prairie'),
  batch: BATCH,
  volume: bbl('9000'),
  effectiveAt: '2026-08-02T05:00:00Z',
  contract: SECRETS.contract,
  price: { amount: SECRETS.price, currency: 'USD' },
};

export function manifest(owner: Slug, day: string, volume: string): PipelineManifest {
  return {
    number: `TPM-${owner}-${day}`,
    line: LINE,
    operator: holderOf('oil-pipeline'),
    point: METER,
    month: '2026-08',
    state: 'measured',
    portOfEntry: '3404',
    exportCountry: 'CA',
    days: [{ day, batch: BATCH, owner: holderOf(owner), commodity: 'crude-oil', volume: bbl(volume) }],
  };
}
