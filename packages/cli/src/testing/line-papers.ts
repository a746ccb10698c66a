import type { DocumentType, MeasurementTicket, TitleTransfer } from '@portolan/documents';
import { type SampleTenant, sampleTenant } from '@portolan/programs';

/** Papers of a line for the commands that show it: two days, one batch, one sale in the pipe. All parties are invented. */

type Slug = SampleTenant['slug'];

export const LINE = 'urn:sample:command-line';
const BATCH = 'urn:sample:command-line:batch-1';
const STOCK = 'urn:sample:command-line:stock-1';

export const holder = (slug: Slug) => ({ name: sampleTenant(slug).name, did: sampleTenant(slug).did });
const bbl = (value: string) => ({ value, unit: 'BLL', base: '60F' as const });
const operator = holder('oil-pipeline');

/** What the border meter measured on a day of August 2026. */
export function crossed(day: number, volume: string): MeasurementTicket {
  const at = (date: number) => `2026-08-${String(date).padStart(2, '0')}T05:00:00Z`;
  return {
    ...{ number: `CMD-B${day}`, kind: 'border', line: LINE, operator, point: 'meter C-1' },
    ...{ from: at(day), to: at(day + 1), commodity: 'crude-oil', batch: BATCH },
    readings: { sedimentAndWater: '0.2' },
    reported: { netStandardVolume: bbl(volume), apiGravity60F: '21.1', sedimentAndWater: '0.2' },
  };
}

export const saleInThePipe: TitleTransfer = {
  ...{ number: 'CMD-S1', line: LINE, seller: holder('oil-aurora'), buyer: holder('oil-prairie') },
  ...{ batch: BATCH, volume: bbl('9000'), effectiveAt: '2026-08-02T05:00:00Z', contract: 'CMD-DEAL' },
  price: { amount: '60.10', currency: 'USD' },
};

interface LinePaper {
  readonly by: string;
  readonly type: DocumentType;
  readonly document: object;
  readonly storyAt: string;
  readonly to: readonly Slug[];
}

const all = ['oil-aurora', 'oil-prairie', 'broker', 'agency'] as const;
const byOperator = { by: 'oil-pipeline-scheduler', to: all };

export const papersOfLine: readonly LinePaper[] = [
  {
    ...byOperator,
    ...{ type: 'PipelineProfile', storyAt: '2026-06-01T00:00:00Z' },
    document: {
      ...{ number: 'CMD-P', line: LINE, name: 'Sample command line', operator, commodities: ['crude-oil'] },
      ...{ validFrom: '2026-01-01', zone: 'America/Chicago', dayBegins: '00:00', lossAllowance: '0.1' },
      points: [
        { id: 'terminal C', name: 'Terminal', kind: 'receipt', country: 'CA' },
        { id: 'meter C-1', name: 'Border meter', kind: 'border', country: 'US', port: '3404' },
      ],
    },
  },
  {
    ...{ by: 'oil-facility-signer', to: ['oil-pipeline', ...all] },
    ...{ type: 'LiquidProduction', storyAt: '2026-07-26T00:00:00Z' },
    document: {
      ...{ number: 'CMD-LP', producer: holder('oil-facility'), commodity: 'crude-oil', role: 'crude' },
      facility: { id: 'facility C', name: 'Sample facility', country: 'CA' },
      ...{ from: '2026-07-20T06:00:00Z', to: '2026-07-25T06:00:00Z', volume: bbl('20000'), lot: STOCK },
      owner: holder('oil-aurora'),
    },
  },
  {
    ...byOperator,
    ...{ type: 'MeasurementTicket', storyAt: '2026-07-29T06:00:00Z' },
    document: {
      ...{ number: 'CMD-I1', kind: 'injection', line: LINE, operator, point: 'terminal C' },
      ...{ from: '2026-07-28T05:00:00Z', to: '2026-07-29T05:00:00Z', commodity: 'crude-oil', batch: BATCH },
      ...{ stock: STOCK, shipper: holder('oil-aurora'), reported: { netStandardVolume: bbl('20000') } },
    },
  },
  { ...byOperator, type: 'MeasurementTicket', document: crossed(1, '8000'), storyAt: '2026-08-02T06:00:00Z' },
  { ...byOperator, type: 'MeasurementTicket', document: crossed(2, '9000'), storyAt: '2026-08-03T06:00:00Z' },
  {
    ...byOperator,
    ...{ type: 'PipelineManifest', storyAt: '2026-09-03T06:00:00Z' },
    document: {
      ...{ number: 'CMD-PM', line: LINE, operator, point: 'meter C-1', month: '2026-08', state: 'measured' },
      ...{ portOfEntry: '3404', exportCountry: 'CA' },
      days: [
        {
          ...{ day: '2026-08-02', batch: BATCH, owner: holder('oil-prairie'), commodity: 'crude-oil' },
          volume: bbl('9000'),
        },
      ],
    },
  },
];
