import type { CommercialInvoice, PowerOfAttorney } from '@portolan/documents';
import { partyOf } from '../../usmca-cafta/stories/parties.ts';
import { HEAVY_HTS, invoiceOf, LIGHT_HTS, manifestOf, type Row, type Sold } from './entering.ts';
import { nextDay } from './line.ts';
import { mayBatches, mayPapers } from './may.ts';
import { holder, type OilActor, type OilOwner, oilSlug } from './parties.ts';
import type { OilFiling, OilPaper } from './story.ts';

/** What the three owners enter of May: each its own barrels, for the whole month, since every day of it is free of duty. */

const [b1, b2, b3, b4] = mayBatches.map(({ id }) => id) as [string, string, string, string];

const rows = (
  batch: string,
  first: string,
  days: number,
  volume: string,
  api = '21.1',
  hts = HEAVY_HTS,
): Row[] =>
  Array.from({ length: days }, (_, index) => ({ day: nextDay(first, index), batch, volume, api, hts }));

const heavy = (batch: string, volume: string, price: string): Sold => ({
  ...{ batch, volume, price, hts: HEAVY_HTS },
  description: 'Crude petroleum oil, diluted bitumen, 21.1 degrees API at 60 °F',
});

const crossings: Readonly<Record<OilOwner, readonly Row[]>> = {
  aurora: [
    ...rows(b1, '2026-05-01', 4, '24000'),
    ...rows(b1, '2026-05-05', 1, '20250'),
    ...rows(b1, '2026-05-06', 3, '16500'),
  ],
  coulee: [
    ...rows(b1, '2026-05-05', 1, '3750'),
    ...rows(b1, '2026-05-06', 3, '7500'),
    ...rows(b2, '2026-05-09', 8, '24000', '38.4', LIGHT_HTS),
    ...rows(b3, '2026-05-17', 3, '24000'),
    ...rows(b3, '2026-05-20', 5, '12000'),
  ],
  prairie: [...rows(b3, '2026-05-20', 5, '12000'), ...rows(b4, '2026-05-25', 7, '24000')],
};

const invoices: Readonly<Record<OilOwner, readonly (readonly [OilActor, CommercialInvoice])[]>> = {
  aurora: [
    ['facility', invoiceOf('SMI-2605-1', 'facility', 'aurora', '2026-05-31', [heavy(b1, '165750', '52.00')])],
  ],
  coulee: [
    [
      'aurora',
      invoiceOf('SAI-2605-1', 'aurora', 'coulee', '2026-05-31', [
        heavy(b1, '26250', '53.10'),
        heavy(b3, '132000', '53.45'),
      ]),
    ],
    [
      'facility',
      invoiceOf('SMI-2605-2', 'facility', 'coulee', '2026-05-31', [
        {
          ...{ batch: b2, volume: '192000', price: '66.00', hts: LIGHT_HTS },
          description: 'Crude petroleum oil, light, 38.4 degrees API at 60 °F',
        },
      ]),
    ],
  ],
  prairie: [
    ['coulee', invoiceOf('SCI-2605-1', 'coulee', 'prairie', '2026-05-31', [heavy(b3, '60000', '54.20')])],
    [
      'facility',
      invoiceOf('SMI-2605-3', 'facility', 'prairie', '2026-05-31', [heavy(b4, '168000', '52.40')]),
    ],
  ],
};

/** Papers of the month that an owner holds: what the operator sent it, and the sales that it is party to. */
function held(owner: OilOwner): OilPaper[] {
  const facts = new Set(['LiquidProduction', 'LiquidBlend']);
  return mayPapers.filter(
    ({ content, by, to }) => by === owner || to.includes(owner) || facts.has(content.type),
  );
}

export function powerOf(owner: OilOwner): PowerOfAttorney {
  return {
    number: `POA-SAMPLE-OIL-${owner.toUpperCase()}`,
    grantor: partyOf(oilSlug(owner)),
    grantee: partyOf('broker'),
    powers: ['file-entry', 'claim-preference', 'answer-requests'],
    from: '2026-01-01',
    until: '2026-12-31',
  };
}

/** Who the facility is, as the sample agency attests it. */
export const facilityIdentity: OilPaper = {
  name: 'Identity of the facility',
  content: {
    type: 'OrganizationIdentity',
    document: {
      organization: { ...partyOf('oil-facility'), did: holder('facility').did },
      roles: ['producer', 'exporter'],
      registry: { name: 'Sample Register of Traders', number: 'SRT-1004' },
      from: '2026-01-01',
      until: '2026-12-31',
      goods: ['2709', '2711'],
    },
  },
  ...{ by: 'agency', at: '2026-01-02T00:00:00Z', to: [] },
};

const totals = { duty: '0.00', fees: '0.00', total: '0.00' } as const;

function filingOf(owner: OilOwner): OilFiling {
  const sold = invoices[owner];
  const numbers = sold.map(([, { number }]) => number);
  return {
    owner,
    at: '2026-06-09T15:00:00Z',
    papers: [
      ...held(owner),
      facilityIdentity,
      {
        name: `Manifest ${owner}`,
        content: {
          type: 'PipelineManifest',
          document: manifestOf(
            `SBM-2605-${owner.toUpperCase()}`,
            owner,
            '2026-05',
            crossings[owner],
            numbers,
          ),
        },
        ...{ by: 'pipeline', at: '2026-06-02T16:00:00Z', to: ['agency', owner] },
      },
      ...sold.map(
        ([by, document]): OilPaper => ({
          name: `Invoice ${document.number}`,
          content: { type: 'CommercialInvoice', document },
          ...{ by, at: '2026-05-31T18:00:00Z', to: [owner] },
        }),
      ),
      {
        name: `Power of attorney ${owner}`,
        content: { type: 'PowerOfAttorney', document: powerOf(owner) },
        ...{ by: owner, at: '2026-01-05T15:00:00Z', to: ['agency', 'broker'] },
      },
    ],
    expect: { outcome: 'accept', reasons: [], totals },
  };
}

export const mayFilings: readonly OilFiling[] = [filingOf('aurora'), filingOf('coulee'), filingOf('prairie')];
