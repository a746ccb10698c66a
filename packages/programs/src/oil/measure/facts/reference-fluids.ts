import type { Dated } from '@portolan/filing';

/** A fluid whose saturation density is known; a liquefied gas is described by the two of them on both sides of its density. */
export interface ReferenceFluid extends Dated {
  readonly name: string;
  /** At 60 °F, to water at 60 °F. */
  readonly relativeDensity: string;
  /** Kelvin. */
  readonly criticalTemperature: string;
  readonly criticalCompressibility: string;
  /** Moles a litre. */
  readonly criticalDensity: string;
  /** k1 to k4 of the saturation density. */
  readonly k: readonly [string, string, string, string];
}

type Row = [string, string, string, string, string, string, string, string, string];

const rows: readonly Row[] = [
  [
    'EE (68/32)',
    '0.325022',
    '298.11',
    '0.27998',
    '6.250',
    '2.54616855327',
    '-0.058244177754',
    '0.803398090807',
    '-0.745720314137',
  ],
  [
    'Ethane',
    '0.355994',
    '305.33',
    '0.28220',
    '6.870',
    '1.89113042610',
    '-0.370305782347',
    '-0.544867288720',
    '0.337876634952',
  ],
  [
    'EP (65/35)',
    '0.429277',
    '333.67',
    '0.28060',
    '5.615',
    '2.20970078464',
    '-0.294253708172',
    '-0.405754420098',
    '0.319443433421',
  ],
  [
    'EP (35/65)',
    '0.470381',
    '352.46',
    '0.27930',
    '5.110',
    '2.25341981320',
    '-0.266542138024',
    '-0.372756711655',
    '0.384734185665',
  ],
  [
    'Propane',
    '0.507025',
    '369.78',
    '0.27626',
    '5.000',
    '1.96568366933',
    '-0.327662435541',
    '-0.417979702538',
    '0.303271602831',
  ],
  [
    'i-Butane',
    '0.562827',
    '407.85',
    '0.28326',
    '3.860',
    '2.04748034410',
    '-0.289734363425',
    '-0.330345036434',
    '0.291757103132',
  ],
  [
    'n-Butane',
    '0.584127',
    '425.16',
    '0.27536',
    '3.920',
    '2.03734743118',
    '-0.299059145695',
    '-0.418883095671',
    '0.380367738748',
  ],
  [
    'i-Pentane',
    '0.624285',
    '460.44',
    '0.27026',
    '3.247',
    '2.06541640707',
    '-0.238366208840',
    '-0.161440492247',
    '0.258681568613',
  ],
  [
    'n-Pentane',
    '0.631054',
    '469.65',
    '0.27235',
    '3.200',
    '2.11263474494',
    '-0.261269413560',
    '-0.291923445075',
    '0.308344290017',
  ],
  [
    'i-Hexane',
    '0.657167',
    '498.05',
    '0.26706',
    '2.727',
    '2.02382197871',
    '-0.423550090067',
    '-1.152810982570',
    '0.950139001678',
  ],
  [
    'n-Hexane',
    '0.664064',
    '507.35',
    '0.26762',
    '2.704',
    '2.17134547773',
    '-0.232997313405',
    '-0.267019794036',
    '0.378629524102',
  ],
  [
    'n-Heptane',
    '0.688039',
    '540.15',
    '0.26312',
    '2.315',
    '2.19773533433',
    '-0.275056764147',
    '-0.447144095029',
    '0.493770995799',
  ],
];

export const referenceFluids: readonly ReferenceFluid[] = rows.map(
  ([
    name,
    relativeDensity,
    criticalTemperature,
    criticalCompressibility,
    criticalDensity,
    k1,
    k2,
    k3,
    k4,
  ]) => ({
    name,
    relativeDensity,
    criticalTemperature,
    criticalCompressibility,
    criticalDensity,
    k: [k1, k2, k3, k4],
    from: '1998-09-01',
    source:
      'GPA TP-27 (GPA 8217, API MPMS 11.2.4), table of reference fluids, as three public implementations state it alike',
    certainty: 'general',
  }),
);
