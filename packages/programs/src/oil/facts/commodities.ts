import type { Dated } from '@portolan/filing';

/** A tariff number of a commodity, and the gravity from which on it is chosen. */
export interface NumberRow extends Dated {
  readonly hts: string;
  readonly description: string;
  /** Degrees API at 60 °F: at or above this one. */
  readonly apiFrom?: string;
  /** Degrees API at 60 °F: under this one. */
  readonly apiUnder?: string;
}

/** A liquid as data: a further one runs on the same engine by a row here, and one of how it is measured. */
export interface CommodityFacts {
  readonly commodity: string;
  readonly title: string;
  /** What it is in a blend, where its papers do not say. */
  readonly role: 'crude' | 'diluent' | 'product';
  readonly numbers: readonly NumberRow[];
}

const heading2709 = 'HTSUS heading 2709';

export const commodities: readonly CommodityFacts[] = [
  {
    commodity: 'crude-oil',
    title: 'Crude petroleum oil',
    role: 'crude',
    numbers: [
      {
        hts: '2709.00.10.00',
        description: 'Crude petroleum oil testing under 25 degrees API',
        apiUnder: '25.0',
        from: '1989-01-01',
        source: heading2709,
        certainty: 'verified',
      },
      {
        hts: '2709.00.20.90',
        description: 'Crude petroleum oil testing 25 degrees API or more',
        apiFrom: '25.0',
        from: '1989-01-01',
        source: heading2709,
        certainty: 'verified',
      },
    ],
  },
  {
    commodity: 'condensate',
    title: 'Condensate derived wholly from natural gas',
    role: 'diluent',
    numbers: [
      {
        hts: '2709.00.20.10',
        description: 'Condensate derived wholly from natural gas, testing 25 degrees API or more',
        apiFrom: '25.0',
        from: '1989-01-01',
        source: heading2709,
        certainty: 'verified',
      },
      {
        hts: '2709.00.10.00',
        description: 'Crude petroleum oil testing under 25 degrees API',
        apiUnder: '25.0',
        from: '1989-01-01',
        source: heading2709,
        certainty: 'verified',
      },
    ],
  },
  {
    commodity: 'propane',
    title: 'Propane',
    role: 'product',
    numbers: [
      {
        hts: '2711.12.00.10',
        description: 'Propane, liquefied, with a minimum purity of 90 liquid volume percent',
        from: '2012-01-01',
        source: 'HTSUS heading 2711',
        certainty: 'general',
      },
    ],
  },
];
