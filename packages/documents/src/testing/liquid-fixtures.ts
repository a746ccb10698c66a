import type { CustodyTransfer } from '../schema/custody-transfer.ts';
import type { DeliveryStatement } from '../schema/delivery-statement.ts';
import type { InBondMovement } from '../schema/in-bond-movement.ts';
import type { LiquidBlend } from '../schema/liquid-blend.ts';
import type { LiquidProduction } from '../schema/liquid-production.ts';
import type { MeasurementTicket } from '../schema/measurement-ticket.ts';
import type { PipelineAllocation } from '../schema/pipeline-allocation.ts';
import type { PipelineManifest } from '../schema/pipeline-manifest.ts';
import type { PipelineNomination } from '../schema/pipeline-nomination.ts';
import type { PipelineProfile } from '../schema/pipeline-profile.ts';
import type { PipelineStock } from '../schema/pipeline-stock.ts';
import type { TitleTransfer } from '../schema/title-transfer.ts';

/** Sample papers of one batch in a pipeline that agree with each other. All parties are invented. */

const operator = { name: 'Sample Borealis Pipelines', did: 'did:key:z6MkSampleLine' };
const shipper = { name: 'Sample Aurora Oil', did: 'did:key:z6MkSampleShipper' };
const refiner = { name: 'Sample Prairie Refining', did: 'did:key:z6MkSampleRefiner' };
const line = 'urn:line:sample-borealis-1';
const batch = 'urn:batch:sample-borealis:2026-08-01';
const bbl = (value: string) => ({ value, unit: 'BLL', base: '60F' as const });
const span = { from: '2026-08-03T05:00:00Z', to: '2026-08-04T05:00:00Z' };

export const profile: PipelineProfile = {
  number: 'PP-1',
  line,
  name: 'Sample Borealis line 1',
  operator,
  commodities: ['crude-oil'],
  validFrom: '2026-01-01',
  zone: 'America/Chicago',
  dayBegins: '00:00',
  points: [{ id: 'meter B-1', name: 'Border meter', kind: 'border', country: 'US', port: '3404' }],
};

export const production: LiquidProduction = {
  number: 'LP-1',
  producer: shipper,
  facility: { id: 'facility 1', name: 'Sample facility', country: 'CA' },
  commodity: 'crude-oil',
  role: 'crude',
  from: '2026-07-30T06:00:00Z',
  to: '2026-07-31T06:00:00Z',
  volume: bbl('1000'),
  lot: 'urn:stock:sample-facility-1',
  owner: shipper,
};

export const ticket: MeasurementTicket = {
  number: 'MT-1',
  kind: 'border',
  line,
  operator,
  point: 'meter B-1',
  ...span,
  commodity: 'crude-oil',
  batch,
  reported: { netStandardVolume: bbl('998.2'), apiGravity60F: '21.1' },
};

export const blend: LiquidBlend = {
  number: 'LB-1',
  operator,
  at: '2026-08-01T00:00:00Z',
  point: 'blend 1',
  inputs: [{ lot: 'urn:stock:sample-facility-1', volume: bbl('1000') }],
  outputs: [{ lot: batch, commodity: 'crude-oil', volume: bbl('1000') }],
};

export const title: TitleTransfer = {
  number: 'TT-1',
  line,
  seller: shipper,
  buyer: refiner,
  batch,
  volume: bbl('400'),
  effectiveAt: '2026-08-02T12:00:00Z',
};

export const custody: CustodyTransfer = {
  number: 'CT-1',
  from: shipper,
  to: operator,
  lot: batch,
  at: '2026-08-01T00:00:00Z',
};

export const nomination: PipelineNomination = {
  number: 'PN-1',
  state: 'nominated',
  line,
  operator,
  month: '2026-08',
  batches: [{ batch, shipper, commodity: 'crude-oil', volume: bbl('1000'), receipt: 'r1', delivery: 'd1' }],
};

export const stock: PipelineStock = {
  number: 'PS-1',
  line,
  operator,
  at: '2026-09-01T05:00:00Z',
  stocks: [{ kind: 'line-fill', point: 'meter B-1', lot: batch, volume: bbl('0') }],
};

export const allocation: PipelineAllocation = {
  number: 'PA-1',
  line,
  operator,
  point: 'meter B-1',
  day: '2026-08-03',
  shares: [{ batch, owner: shipper, volume: bbl('598.2') }],
};

export const inBond: InBondMovement = {
  number: 'V1234567890',
  entryType: '62',
  carrier: operator,
  originPort: '3404',
  movedAt: '2026-08-03T05:00:00Z',
  goods: [{ lot: batch, volume: bbl('10') }],
};

export const statement: DeliveryStatement = {
  number: 'DS-1',
  line,
  operator,
  shipper,
  month: '2026-08',
  movements: [{ batch, received: bbl('1000'), delivered: bbl('998.2') }],
};

export const manifest: PipelineManifest = {
  number: 'PM-1',
  line,
  operator,
  point: 'meter B-1',
  month: '2026-08',
  state: 'measured',
  portOfEntry: '3404',
  exportCountry: 'CA',
  days: [{ day: '2026-08-03', batch, owner: shipper, commodity: 'crude-oil', volume: bbl('998.2') }],
};
