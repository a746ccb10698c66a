import type { Dated } from '@portolan/filing';
import type { Base } from '../base.ts';
import {
  type Applicability,
  applicability,
  type ExpansionRow,
  expansionRows,
  type LiquidGroup,
} from './groups.ts';
import { type ReferenceFluid, referenceFluids } from './reference-fluids.ts';

/** How the volume of a liquid is brought to its base temperature. */
export type Standard = 'api-11.1-2004' | 'api-11.1-1980' | 'gpa-tp-27' | 'stated';

/** A liquid as data: a further one runs on the same engine by a row here. */
export interface LiquidRow extends Dated {
  readonly commodity: string;
  readonly title: string;
  readonly standard: Standard;
  /** Of the standards of crude oil and products: whose expansion it has; `special` has its own, stated with the ticket. */
  readonly group?: LiquidGroup | 'special';
}

/** Sediment and water above which a ticket is remarked, in percent of the volume. */
export interface WaterLimit extends Dated {
  readonly commodity: string;
  readonly percent: string;
}

/** Which of two gravities decides the tariff line: the one computed, or the one reported with so many places. */
export interface ApiPolicy extends Dated {
  readonly decides: 'reported' | 'raw';
  readonly places: number;
}

/** A gravity at which a tariff line ends: at or above it the next one begins. */
export interface ApiLimit extends Dated {
  readonly commodity: string;
  readonly api: string;
}

/** Places that figures of a ticket are reported with. */
export interface TicketPlaces extends Dated {
  readonly factor: number;
  readonly barrels: number;
  readonly cubicMetres: number;
  readonly density: number;
  readonly mass: number;
}

/** Density of water that a relative density is a multiple of, in kilograms a cubic metre at 60 °F. */
export interface WaterDensity extends Dated {
  readonly standard: 'api-11.1-2004' | 'api-11.1-1980';
  readonly density: string;
}

/** What a meter factor or a volume may be at all; beyond it a figure is a slip of the hand. */
export interface Plausible extends Dated {
  readonly meterFactor: readonly [string, string];
  /** Cubic metres on one ticket. */
  readonly volume: string;
}

export interface BaseRow extends Dated {
  readonly base: Base;
  /** Degrees Fahrenheit. */
  readonly temperature: string;
}

/** The facts that a measurement is computed with, each with its dates, source and certainty. */
export interface LiquidTables {
  readonly liquids: readonly LiquidRow[];
  readonly bases: readonly BaseRow[];
  readonly expansion: readonly ExpansionRow[];
  readonly applicability: readonly Applicability[];
  readonly referenceFluids: readonly ReferenceFluid[];
  readonly water: readonly WaterDensity[];
  readonly waterLimits: readonly WaterLimit[];
  readonly api: readonly ApiPolicy[];
  readonly apiLimits: readonly ApiLimit[];
  readonly places: readonly TicketPlaces[];
  readonly plausible: readonly Plausible[];
}

const inStandard = {
  from: '1980-01-01',
  source: 'API MPMS 11.1-2004, 11.1.2.4 (classification of liquids)',
  certainty: 'general',
} as const;

export const liquidTables: LiquidTables = {
  liquids: [
    {
      commodity: 'crude-oil',
      title: 'Crude oil',
      standard: 'api-11.1-2004',
      group: 'crude-oil',
      ...inStandard,
    },
    {
      commodity: 'condensate',
      title: 'Condensate and diluent',
      standard: 'api-11.1-2004',
      group: 'crude-oil',
      ...inStandard,
      source: 'API MPMS 11.1-2004, 11.1.2.5.2: natural and drip gasolines; parties may agree otherwise',
      certainty: 'open',
    },
    {
      commodity: 'refined-products',
      title: 'Refined products',
      standard: 'api-11.1-2004',
      group: 'refined-products',
      ...inStandard,
    },
    {
      commodity: 'propane',
      title: 'Propane',
      standard: 'gpa-tp-27',
      from: '1998-09-01',
      source: 'GPA TP-27 (GPA 8217); API MPMS 11.2.4',
      certainty: 'general',
    },
  ],
  bases: [
    { base: '60F', temperature: '60', from: '1900-01-01', source: 'API MPMS 11.1', certainty: 'verified' },
    { base: '15C', temperature: '59', from: '1900-01-01', source: 'ISO 5024', certainty: 'verified' },
    {
      base: '20C',
      temperature: '68',
      from: '1900-01-01',
      source: 'ISO 5024; NOM-001-SECRE-2010 (Mexico)',
      certainty: 'general',
    },
  ],
  expansion: expansionRows,
  applicability,
  referenceFluids,
  water: [
    {
      standard: 'api-11.1-1980',
      density: '999.012',
      from: '1980-08-01',
      source: 'API Standard 2540 (1980)',
      certainty: 'general',
    },
    {
      standard: 'api-11.1-2004',
      density: '999.016',
      from: '1980-08-01',
      source: 'API MPMS 11.1-2004, 11.1.5.1',
      certainty: 'verified',
    },
  ],
  waterLimits: [
    {
      commodity: 'crude-oil',
      percent: '0.5',
      from: '1989-01-01',
      source: 'Usual limit of tariffs of crude lines; bitumen blends have under 0.5 percent water and solids',
      certainty: 'general',
    },
  ],
  api: [
    {
      decides: 'reported',
      places: 1,
      from: '1989-01-01',
      source: 'API gravity is reported to a tenth of a degree; no ruling was found on which figure decides',
      certainty: 'open',
    },
  ],
  apiLimits: ['crude-oil', 'condensate'].map((commodity) => ({
    commodity,
    api: '25.0',
    from: '1989-01-01',
    source: 'HTSUS 2709.00.10 and 2709.00.20',
    certainty: 'verified',
  })),
  places: [
    {
      factor: 5,
      barrels: 2,
      cubicMetres: 3,
      density: 3,
      mass: 0,
      from: '1980-01-01',
      source: 'API MPMS 11.1-2004, 11.1.3.9 (factors); API MPMS 12.2 (volumes)',
      certainty: 'general',
    },
  ],
  plausible: [
    {
      meterFactor: ['0.8', '1.2'],
      volume: '1000000',
      from: '1980-01-01',
      source: 'No line fills more between two tickets; 43 CFR 3174.11 proves factors near one',
      certainty: 'open',
    },
  ],
};
