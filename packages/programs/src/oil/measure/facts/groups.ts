import type { Dated } from '@portolan/filing';

/** Liquids that one correlation of thermal expansion holds for. */
export type LiquidGroup = 'crude-oil' | 'refined-products' | 'lubricating-oil';

/**
 * Expansion of a range of densities: α₆₀ = K0/ρ² + K1/ρ + K2, per degree Fahrenheit, ρ in kilograms a cubic metre at 60 °F.
 * `slope` speeds up the iteration from an observed density and changes no result.
 */
export interface ExpansionRow extends Dated {
  readonly group: LiquidGroup;
  readonly name: string;
  readonly densityFrom: string;
  readonly densityTo: string;
  readonly k0: string;
  readonly k1: string;
  readonly k2: string;
  readonly slope: string;
}

const standard = {
  from: '1980-01-01',
  source:
    'API MPMS 11.1-2004 (ASTM D1250-04, IP 200/04), 11.1.6.1 and table 1, as several public implementations state them alike',
  certainty: 'general',
} as const;

export const expansionRows: readonly ExpansionRow[] = [
  row('crude-oil', 'Crude oil', ['610.6', '1163.5'], ['341.0957', '0', '0'], '2'),
  row('refined-products', 'Fuel oils', ['838.3127', '1163.5'], ['103.8720', '0.2701', '0'], '1.3'),
  row('refined-products', 'Jet fuels', ['787.5195', '838.3127'], ['330.3010', '0', '0'], '2'),
  row(
    'refined-products',
    'Transition zone',
    ['770.3520', '787.5195'],
    ['1489.0670', '0', '-0.00186840'],
    '8.5',
  ),
  row('refined-products', 'Gasolines', ['610.6', '770.3520'], ['192.4571', '0.2438', '0'], '1.5'),
  row('lubricating-oil', 'Lubricating oils', ['800.9', '1163.5'], ['0', '0.34878', '0'], '1'),
];

function row(
  group: LiquidGroup,
  name: string,
  [densityFrom, densityTo]: readonly [string, string],
  [k0, k1, k2]: readonly [string, string, string],
  slope: string,
): ExpansionRow {
  return { group, name, densityFrom, densityTo, k0, k1, k2, slope, ...standard };
}

/** What the standard may be used for: outside of it nothing is computed. */
export interface Applicability extends Dated {
  /** Degrees Fahrenheit. */
  readonly temperature: readonly [string, string];
  /** Pounds-force a square inch, gauge. */
  readonly pressure: readonly [string, string];
  /** Thermal expansion of a special application at 60 °F, per degree Fahrenheit. */
  readonly alpha: readonly [string, string];
  /** Kilograms a cubic metre at 60 °F of a special application. */
  readonly density: readonly [string, string];
}

export const applicability: readonly Applicability[] = [
  {
    temperature: ['-58', '302'],
    pressure: ['0', '1500'],
    alpha: ['0.00023', '0.00093'],
    density: ['470.4', '1209.5'],
    from: '1980-01-01',
    source: 'API MPMS 11.1-2004, 11.1.2.3',
    certainty: 'general',
  },
];
