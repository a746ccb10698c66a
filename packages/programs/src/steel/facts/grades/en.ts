import { chemistryOf, type GradeRow, type ImpactLimit, type StrengthLimit } from './grade.ts';

const EN_10025_2 = ['EN 10025-2', 'BS EN 10025-2', 'DIN EN 10025-2', 'NF EN 10025-2', 'UNE EN 10025-2'];
const BANDS = ['16', '40', '63', '80', '100'];

/** Least yield strength by thickness, each band from the one before; tensile strength from 3 to 100 mm. */
function strengths(yields: readonly string[], tensile: readonly [string, string]): StrengthLimit[] {
  const [min, max] = tensile;
  return [
    ...yields.map((least, index): StrengthLimit => {
      const over = BANDS[index - 1];
      const upTo = BANDS[index] as string;
      return { what: 'yield', mpa: { min: least }, thickness: { ...(over ? { over } : {}), upTo } };
    }),
    { what: 'tensile', mpa: { min, max }, thickness: { over: '2.99', upTo: '100' } },
  ];
}

interface Quality {
  readonly names: readonly string[];
  /** Carbon up to 40 mm (up to 16 mm where a third figure follows) and above. */
  readonly carbon: readonly string[];
  readonly rest: string;
  readonly yields: readonly string[];
  readonly tensile: readonly [string, string];
  readonly equivalent: readonly [upTo30: string, upTo40: string, above: string];
}

/** Mean of three Charpy V test pieces along the rolling; one of them may be at 70 percent of it (EN 10025-1, 7.3.2; table 9). */
const IMPACT: Readonly<Record<string, ImpactLimit>> = {
  JR: { celsius: '20', joules: '27', single: '0.7', whenOrdered: true },
  J0: { celsius: '0', joules: '27', single: '0.7' },
  J2: { celsius: '-20', joules: '27', single: '0.7' },
  K2: { celsius: '-20', joules: '40', single: '0.7' },
};

const S235 = {
  yields: ['235', '225', '215', '215', '215'],
  tensile: ['360', '510'],
  equivalent: ['0.35', '0.35', '0.38'],
} as const;
const S275 = {
  yields: ['275', '265', '255', '245', '235'],
  tensile: ['410', '560'],
  equivalent: ['0.40', '0.40', '0.42'],
} as const;
const S355 = {
  yields: ['355', '345', '335', '325', '315'],
  tensile: ['470', '630'],
  equivalent: ['0.45', '0.47', '0.47'],
} as const;

const qualities: readonly Quality[] = [
  {
    names: ['S235JR', '1.0038'],
    carbon: ['0.17', '0.20'],
    rest: 'Mn <1.40 P <0.035 S <0.035 N <0.012 Cu <0.55',
    ...S235,
  },
  {
    names: ['S235J2', '1.0117'],
    carbon: ['0.17', '0.17'],
    rest: 'Mn <1.40 P <0.025 S <0.025 Cu <0.55',
    ...S235,
  },
  {
    names: ['S275JR', '1.0044'],
    carbon: ['0.21', '0.22'],
    rest: 'Mn <1.50 P <0.035 S <0.035 N <0.012 Cu <0.55',
    ...S275,
  },
  {
    names: ['S275J2', '1.0145'],
    carbon: ['0.18', '0.18'],
    rest: 'Mn <1.50 P <0.025 S <0.025 Cu <0.55',
    ...S275,
  },
  {
    names: ['S355JR', '1.0045'],
    carbon: ['0.24', '0.24'],
    rest: 'Si <0.55 Mn <1.60 P <0.035 S <0.035 N <0.012 Cu <0.55',
    ...S355,
  },
  {
    names: ['S355J0', '1.0553'],
    carbon: ['0.20', '0.22'],
    rest: 'Si <0.55 Mn <1.60 P <0.030 S <0.030 N <0.012 Cu <0.55',
    ...S355,
  },
  {
    names: ['S355J2', '1.0577'],
    carbon: ['0.20', '0.22'],
    rest: 'Si <0.55 Mn <1.60 P <0.025 S <0.025 Cu <0.55',
    ...S355,
  },
  {
    names: ['S355K2', '1.0596'],
    carbon: ['0.20', '0.22'],
    rest: 'Si <0.55 Mn <1.60 P <0.025 S <0.025 Cu <0.55',
    ...S355,
  },
];

function row({
  names,
  carbon: [thin = '', thick = ''],
  rest,
  yields,
  tensile,
  equivalent,
}: Quality): GradeRow {
  const [upTo30, upTo40, above] = equivalent;
  const impact = IMPACT[names[0]?.slice(-2) ?? ''];
  return {
    standard: EN_10025_2,
    grade: names,
    editions: { from: 2004 },
    chemistry: [
      ...chemistryOf(`C <${thin}`, { upTo: '40' }),
      ...chemistryOf(`C <${thick}`, { over: '40' }),
      ...chemistryOf(rest),
    ],
    strength: strengths(yields, tensile),
    ...(impact ? { impact } : {}),
    carbonEquivalent: [
      { max: upTo30, thickness: { upTo: '30' } },
      { max: upTo40, thickness: { over: '30', upTo: '40' } },
      { max: above, thickness: { over: '40', upTo: '150' } },
    ],
    source:
      'EN 10025-2:2004, tables 2, 6, 7 and 9 (read at second hand); the edition of 2019 is taken to have the same limits',
    certainty: 'general',
  };
}

/** Non-alloy structural steels of EN 10025-2. */
export const enStructural: readonly GradeRow[] = qualities.map(row);
