import { chemistryOf, type GradeRow, strengthOf } from './grade.ts';

const G40_21 = ['CSA G40.21', 'G40.21', 'CSA G40.20/G40.21', 'G40.20/G40.21', 'CAN/CSA G40.21'];

/** Structural steels of CSA G40.21. */
const csa: readonly GradeRow[] = [
  {
    standard: G40_21,
    grade: ['300W', '44W'],
    editions: { from: 1998 },
    chemistry: chemistryOf('C <0.22 Mn 0.50-1.50 P <0.04 S <0.05 Si <0.40'),
    strength: strengthOf(
      { yield: { min: '300' }, tensile: { min: '440', max: '590' } },
      { yield: { min: '44' }, tensile: { min: '64', max: '86' } },
    ),
    source: 'CSA G40.20/G40.21, tables of chemical composition and mechanical properties',
    certainty: 'general',
  },
  {
    standard: G40_21,
    grade: ['350W', '50W'],
    editions: { from: 1998 },
    chemistry: chemistryOf('C <0.23 Mn 0.50-1.60 P <0.04 S <0.05 Si <0.40'),
    strength: strengthOf(
      { yield: { min: '350' }, tensile: { min: '450', max: '650' } },
      { yield: { min: '50' }, tensile: { min: '65', max: '95' } },
    ),
    source: 'CSA G40.20/G40.21, tables of chemical composition and mechanical properties',
    certainty: 'general',
  },
];

interface LinePipe {
  readonly names: readonly string[];
  readonly manganese: string;
  readonly mpa: readonly [yieldLeast: string, tensileLeast: string];
  readonly ksi: readonly [yieldLeast: string, tensileLeast: string];
}

const linePipe: readonly LinePipe[] = [
  { names: ['B', 'L245'], manganese: '1.20', mpa: ['245', '415'], ksi: ['35.5', '60.2'] },
  { names: ['X42', 'L290'], manganese: '1.30', mpa: ['290', '415'], ksi: ['42.1', '60.2'] },
  { names: ['X52', 'L360'], manganese: '1.40', mpa: ['360', '460'], ksi: ['52.2', '66.7'] },
  { names: ['X60', 'L415'], manganese: '1.40', mpa: ['415', '520'], ksi: ['60.2', '75.4'] },
  { names: ['X65', 'L450'], manganese: '1.45', mpa: ['450', '535'], ksi: ['65.3', '77.6'] },
  { names: ['X70', 'L485'], manganese: '1.65', mpa: ['485', '570'], ksi: ['70.3', '82.7'] },
];

/** Welded line pipe of product specification level 1. */
const api = linePipe.map(
  ({ names, manganese, mpa, ksi }): GradeRow => ({
    standard: ['API 5L', '5L', 'API Spec 5L', 'API 5L PSL1'],
    grade: names,
    editions: { from: 2007 },
    forms: ['tube'],
    chemistry: chemistryOf(`C <0.26 Mn <${manganese} P <0.030 S <0.030`),
    strength: strengthOf(
      { yield: { min: mpa[0] }, tensile: { min: mpa[1] } },
      { yield: { min: ksi[0] }, tensile: { min: ksi[1] } },
    ),
    source: 'API Specification 5L, 44th edition and later, tables 4 and 6, PSL 1 welded pipe',
    certainty: 'general',
  }),
);

export const csaAndApi: readonly GradeRow[] = [...csa, ...api];
