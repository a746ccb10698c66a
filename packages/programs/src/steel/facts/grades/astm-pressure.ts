import { astm, chemistryOf, type GradeRow, strengthOf } from './grade.ts';

/** Plates for pressure vessels, pipe, and stainless sheet of ASTM. */
export const astmPressure: readonly GradeRow[] = [
  {
    standard: [...astm('A516'), 'ASME SA516', 'SA516', 'SA-516'],
    grade: ['70', '485'],
    editions: { from: 1964 },
    forms: ['flat'],
    chemistry: [
      ...chemistryOf('C <0.27', { upTo: '12.5' }),
      ...chemistryOf('C <0.28', { over: '12.5', upTo: '50' }),
      ...chemistryOf('C <0.30', { over: '50', upTo: '100' }),
      ...chemistryOf('C <0.31', { over: '100' }),
      ...chemistryOf('Mn 0.85-1.20 P <0.035 S <0.035 Si 0.15-0.40'),
    ],
    strength: strengthOf(
      { yield: { min: '260' }, tensile: { min: '485', max: '620' } },
      { yield: { min: '38' }, tensile: { min: '70', max: '90' } },
    ),
    source: 'ASTM A516/A516M, tables 1 and 2; phosphorus and sulfur are 0.025 in later editions',
    certainty: 'general',
  },
  {
    standard: astm('A53'),
    grade: ['B'],
    editions: { from: 1970 },
    forms: ['tube'],
    chemistry: chemistryOf('C <0.30 Mn <1.20 P <0.05 S <0.045 Cu <0.40 Ni <0.40 Cr <0.40 Mo <0.15 V <0.08'),
    strength: strengthOf(
      { yield: { min: '240' }, tensile: { min: '415' } },
      { yield: { min: '35' }, tensile: { min: '60' } },
    ),
    source: 'ASTM A53/A53M, tables 1 and 2, types E and S',
    certainty: 'general',
  },
  {
    standard: astm('A106'),
    grade: ['B'],
    editions: { from: 1970 },
    forms: ['tube'],
    chemistry: chemistryOf(
      'C <0.30 Mn 0.29-1.06 P <0.035 S <0.035 Si >0.10 Cr <0.40 Cu <0.40 Mo <0.15 Ni <0.40 V <0.08',
    ),
    strength: strengthOf(
      { yield: { min: '240' }, tensile: { min: '415' } },
      { yield: { min: '35' }, tensile: { min: '60' } },
    ),
    source: 'ASTM A106/A106M, tables 1 and 2',
    certainty: 'general',
  },
  {
    standard: astm('A240'),
    grade: ['304', 'S30400'],
    editions: { from: 2000 },
    forms: ['flat'],
    chemistry: chemistryOf('C <0.07 Mn <2.00 P <0.045 S <0.030 Si <0.75 Cr 17.5-19.5 Ni 8.0-10.5 N <0.10'),
    strength: strengthOf(
      { yield: { min: '205' }, tensile: { min: '515' } },
      { yield: { min: '30' }, tensile: { min: '75' } },
    ),
    source: 'ASTM A240/A240M, tables 1 and 2',
    certainty: 'general',
  },
  {
    standard: astm('A240'),
    grade: ['316L', 'S31603'],
    editions: { from: 2000 },
    forms: ['flat'],
    chemistry: chemistryOf(
      'C <0.030 Mn <2.00 P <0.045 S <0.030 Si <0.75 Cr 16.0-18.0 Ni 10.0-14.0 Mo 2.00-3.00 N <0.10',
    ),
    strength: strengthOf(
      { yield: { min: '170' }, tensile: { min: '485' } },
      { yield: { min: '25' }, tensile: { min: '70' } },
    ),
    source: 'ASTM A240/A240M, tables 1 and 2',
    certainty: 'general',
  },
];
