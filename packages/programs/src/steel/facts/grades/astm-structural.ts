import { astm, chemistryOf, type GradeRow, strengthOf } from './grade.ts';

const A992_CE = [
  { max: '0.45', thickness: { upTo: '50' }, groups: [1, 2, 3] },
  { max: '0.47', thickness: { over: '50' }, groups: [4, 5] },
];
const A992_STRENGTH = strengthOf(
  { yield: { min: '345', max: '450' }, tensile: { min: '450' } },
  { yield: { min: '50', max: '65' }, tensile: { min: '65' } },
);
const A992_REST = 'Si <0.40 P <0.035 S <0.045 Cu <0.60 Ni <0.45 Cr <0.35 Mo <0.15 Nb <0.05';

/** Structural grades of ASTM. */
export const astmStructural: readonly GradeRow[] = [
  {
    standard: astm('A36'),
    grade: ['36', '250', 'A36', ''],
    editions: { from: 1960 },
    forms: ['section', 'bar', 'flat'],
    chemistry: chemistryOf('C <0.26 P <0.04 S <0.05'),
    strength: strengthOf(
      { yield: { min: '250' }, tensile: { min: '400', max: '550' } },
      { yield: { min: '36' }, tensile: { min: '58', max: '80' } },
    ),
    source: 'ASTM A36/A36M, tables 2 and 3, shapes',
    certainty: 'general',
  },
  {
    standard: astm('A572'),
    grade: ['50', '345'],
    editions: { from: 1966 },
    chemistry: chemistryOf('C <0.23 Mn <1.35 P <0.04 S <0.05 Si <0.40'),
    strength: strengthOf(
      { yield: { min: '345' }, tensile: { min: '450' } },
      { yield: { min: '50' }, tensile: { min: '65' } },
    ),
    source: 'ASTM A572/A572M, tables 2 to 4; phosphorus and sulfur are lower in editions since 2013 or so',
    certainty: 'general',
  },
  {
    standard: astm('A992'),
    grade: ['50', '345', 'A992', ''],
    editions: { from: 1998, until: 2004 },
    forms: ['section'],
    chemistry: chemistryOf(`C <0.23 Mn 0.50-1.50 V <0.11 ${A992_REST}`),
    strength: A992_STRENGTH,
    ratio: '0.85',
    carbonEquivalent: A992_CE,
    source: 'ASTM A992/A992M, early editions; the year of the change is not settled',
    certainty: 'open',
  },
  {
    standard: astm('A992'),
    grade: ['50', '345', 'A992', ''],
    editions: { from: 2006 },
    forms: ['section'],
    chemistry: chemistryOf(`C <0.23 Mn 0.50-1.60 V <0.15 ${A992_REST}`),
    strength: A992_STRENGTH,
    ratio: '0.85',
    carbonEquivalent: A992_CE,
    source: 'ASTM A992/A992M-11, tables 1 and 2, 5.4 (carbon equivalent; 0.47 for the heaviest groups of A6)',
    certainty: 'general',
  },
  {
    standard: astm('A588'),
    grade: ['A'],
    editions: { from: 1968 },
    chemistry: chemistryOf(
      'C <0.19 Mn 0.80-1.25 P <0.04 S <0.05 Si 0.30-0.65 Ni <0.40 Cr 0.40-0.65 Cu 0.25-0.40 V 0.02-0.10',
    ),
    strength: strengthOf(
      { yield: { min: '345' }, tensile: { min: '485' } },
      { yield: { min: '50' }, tensile: { min: '70' } },
      { upTo: '100' },
    ),
    source: 'ASTM A588/A588M, tables 1 and 2',
    certainty: 'general',
  },
  {
    standard: astm('A500'),
    grade: ['B'],
    editions: { from: 1993 },
    forms: ['tube'],
    shapes: ['rectangular', 'square'],
    chemistry: chemistryOf('C <0.26 Mn <1.35 P <0.035 S <0.035'),
    strength: strengthOf(
      { yield: { min: '315' }, tensile: { min: '400' } },
      { yield: { min: '46' }, tensile: { min: '58' } },
    ),
    source: 'ASTM A500/A500M, tables 1 and 2, shaped tubing; secondary, differs by edition',
    certainty: 'general',
  },
  {
    standard: astm('A500'),
    grade: ['C'],
    editions: { from: 1993 },
    forms: ['tube'],
    shapes: ['rectangular', 'square'],
    chemistry: chemistryOf('C <0.23 Mn <1.35 P <0.035 S <0.035'),
    strength: strengthOf(
      { yield: { min: '345' }, tensile: { min: '425' } },
      { yield: { min: '50' }, tensile: { min: '62' } },
    ),
    source: 'ASTM A500/A500M, tables 1 and 2, shaped tubing; secondary, differs by edition',
    certainty: 'general',
  },
  {
    standard: astm('A615'),
    grade: ['60', '420'],
    editions: { from: 1968, until: 2019 },
    forms: ['bar', 'rod'],
    chemistry: chemistryOf('P <0.06'),
    strength: strengthOf(
      { yield: { min: '420' }, tensile: { min: '620' } },
      { yield: { min: '60' }, tensile: { min: '90' } },
    ),
    bend: { degrees: '180' },
    source: 'ASTM A615/A615M, tables 2 and 3 (bend test: 180 degrees)',
    certainty: 'general',
  },
  {
    standard: astm('A615'),
    grade: ['60', '420'],
    editions: { from: 2020 },
    forms: ['bar', 'rod'],
    chemistry: chemistryOf('P <0.06'),
    strength: strengthOf(
      { yield: { min: '420' }, tensile: { min: '550' } },
      { yield: { min: '60' }, tensile: { min: '80' } },
    ),
    ratio: '0.80',
    bend: { degrees: '180' },
    source: 'ASTM A615/A615M-20, tables 2 and 3 (bend test: 180 degrees): tensile at least 1.25 times yield',
    certainty: 'general',
  },
  {
    standard: astm('A706'),
    grade: ['60', '420'],
    editions: { from: 1974 },
    forms: ['bar', 'rod'],
    chemistry: chemistryOf('C <0.30 Mn <1.50 P <0.035 S <0.045 Si <0.50'),
    strength: strengthOf(
      { yield: { min: '420', max: '540' }, tensile: { min: '550' } },
      { yield: { min: '60', max: '78' }, tensile: { min: '80' } },
    ),
    ratio: '0.80',
    carbonEquivalent: [{ max: '0.55', formula: 'A706' }],
    source: 'ASTM A706/A706M, table 2, 6.2 and 6.4 (carbon equivalent)',
    certainty: 'general',
  },
];
