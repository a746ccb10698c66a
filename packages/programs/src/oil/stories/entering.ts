import type { CertificationOfOrigin, CommercialInvoice, PipelineManifest } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import { partyOf, usd } from '../../usmca-cafta/stories/parties.ts';
import { bbl, LINE, METER, NECHE } from './line.ts';
import { holder, type OilActor, type OilOwner, oilSlug } from './parties.ts';

/** The papers that an owner enters its oil with: what crossed as the operator states it, what it paid, and where it is from. */

export interface Row {
  readonly day: string;
  readonly batch: string;
  readonly volume: string;
  readonly api: string;
  readonly hts: string;
}

export const HEAVY_HTS = '2709001000';
export const LIGHT_HTS = '2709002090';

export function manifestOf(
  number: string,
  owner: OilOwner,
  month: string,
  rows: readonly Row[],
  invoiceNumbers: readonly string[],
): PipelineManifest {
  return {
    number,
    line: LINE,
    operator: holder('pipeline'),
    point: METER,
    month,
    state: 'measured',
    portOfEntry: NECHE,
    exportCountry: 'CA',
    scac: 'ZZZB',
    invoiceNumbers: [...invoiceNumbers],
    days: rows.map(({ api, batch, day, hts, volume }) => ({
      day,
      batch,
      owner: holder(owner),
      commodity: 'crude-oil',
      volume: bbl(volume),
      apiGravity60F: api,
      originCountry: 'CA',
      hts,
    })),
  };
}

export interface Sold {
  readonly batch: string;
  readonly volume: string;
  readonly description: string;
  readonly hts: string;
  readonly price: string;
}

export function invoiceOf(
  number: string,
  seller: OilActor,
  buyer: OilOwner,
  issueDate: string,
  sold: readonly Sold[],
): CommercialInvoice {
  const lines = sold.map(({ batch, description, hts, price, volume }, index) => ({
    number: String(index + 1),
    lot: batch,
    description,
    hts,
    originCountry: 'CA',
    manufacturer: partyOf('oil-facility'),
    quantity: { value: volume, unit: 'BLL' },
    unitPrice: usd(price),
    amount: usd(Decimal.of(volume).times(Decimal.of(price)).toFixed(2)),
  }));
  const total = lines.reduce((sum, { amount }) => sum.plus(Decimal.of(amount.amount)), Decimal.zero);
  return {
    number,
    issueDate,
    seller: partyOf(oilSlug(seller)),
    buyer: partyOf(oilSlug(buyer)),
    incoterm: { code: 'FCA', place: 'Hardisty', country: 'CA' },
    currency: 'USD',
    lines,
    total: usd(total.toFixed(2)),
  };
}

/** One certification for a year of both grades, by who produced them; owners come and go. */
export const certification: CertificationOfOrigin = {
  agreement: 'USMCA',
  number: 'SMOS-COO-2026',
  certifier: {
    role: 'producer',
    party: partyOf('oil-facility'),
    signatory: { name: 'Sample Measurement Manager', title: 'Measurement manager' },
  },
  exporter: partyOf('oil-facility'),
  producer: partyOf('oil-facility'),
  importer: { various: true },
  goods: [
    {
      number: '1',
      description: 'Diluted bitumen, crude petroleum',
      hs6: '270900',
      hts: HEAVY_HTS,
      criterion: 'B',
      rule: 'Chapter 27: diluent of up to 40 percent of the volume is disregarded (HTSUS general note 11(o)).',
      originCountry: 'CA',
    },
    {
      number: '2',
      description: 'Light crude oil, crude petroleum',
      hs6: '270900',
      hts: LIGHT_HTS,
      criterion: 'A',
      originCountry: 'CA',
    },
  ],
  blanketPeriod: { from: '2026-04-01', to: '2027-03-31' },
  completedOn: '2026-03-25',
  statement:
    'I certify that the goods described in this document qualify as originating and the information contained in this document is true and accurate. I assume responsibility for proving such representations and agree to maintain and present upon request or to make available during a verification visit, documentation necessary to support this certification.',
};
