/**
 * Exact definitions of units that are not decimal multiples of an SI unit, by UNECE Recommendation 20 code.
 * Rec 20 itself prints rounded factors; these follow the definitions (NIST Handbook 44 appendix C, NIST SP 811
 * appendix B; UK Weights and Measures Act 1985 schedule 1). The importer checks each against Rec 20's rounded figure.
 */
export type Fraction = readonly [bigint, bigint];

export interface UnitDefinition {
  readonly dimension: string;
  readonly factor: Fraction;
}

/** The fraction equal to a plain decimal, divided by `over`. */
export function fraction(decimal: string, over = 1n): Fraction {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return reduce([BigInt(whole + decimals), 10n ** BigInt(decimals.length) * over]);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduce([a[0] * b[0], a[1] * b[1]]);
}

function reduce([n, d]: Fraction): Fraction {
  const divisor = greatestCommonDivisor(n, d);
  return [n / divisor, d / divisor];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

const n = (value: number, over = 1): Fraction => reduce([BigInt(value), BigInt(over)]);
const power = (base: Fraction, exponent: number): Fraction =>
  exponent === 1 ? base : times(base, power(base, exponent - 1));

const pound = fraction('0.45359237');
const inch = fraction('0.0254');
const foot = fraction('0.3048');
const yard = fraction('0.9144');
const surveyFoot: Fraction = [1200n, 3937n];
const gallonUs = times(n(231), power(inch, 3));
const gallonUk = fraction('0.00454609');
const bushelUs = times(fraction('2150.42'), power(inch, 3));

const mass: Record<string, Fraction> = {
  LBR: pound,
  ONZ: times(pound, n(1, 16)),
  GRN: times(pound, n(1, 7000)),
  APZ: times(pound, n(480, 7000)),
  STN: times(pound, n(2000)),
  LTN: times(pound, n(2240)),
  CWA: times(pound, n(100)),
  CNT: times(pound, n(100)),
  CWI: times(pound, n(112)),
  STI: times(pound, n(14)),
  QTR: times(pound, n(28)),
  CTM: fraction('0.0002'),
  M86: fraction('0.5'),
};

const volume: Record<string, Fraction> = {
  GLL: gallonUs,
  BLL: times(gallonUs, n(42)),
  QTL: times(gallonUs, n(1, 4)),
  PTL: times(gallonUs, n(1, 8)),
  G21: times(gallonUs, n(1, 16)),
  GIA: times(gallonUs, n(1, 32)),
  OZA: times(gallonUs, n(1, 128)),
  BLD: times(n(7056), power(inch, 3)),
  BUA: bushelUs,
  G23: times(bushelUs, n(1, 4)),
  GLD: times(bushelUs, n(1, 8)),
  QTD: times(bushelUs, n(1, 32)),
  PTD: times(bushelUs, n(1, 64)),
  GLI: gallonUk,
  BUI: times(gallonUk, n(8)),
  QTI: times(gallonUk, n(1, 4)),
  PTI: times(gallonUk, n(1, 8)),
  OZI: times(gallonUk, n(1, 160)),
  J57: times(gallonUk, n(35)),
  INQ: power(inch, 3),
  FTQ: power(foot, 3),
  YDQ: power(yard, 3),
  FC: times(n(1000), power(foot, 3)),
  HH: times(n(100), power(foot, 3)),
  M68: times(n(128), power(foot, 3)),
  BFT: times(n(144), power(inch, 3)),
  MBF: times(n(144_000), power(inch, 3)),
  FF: n(100),
  HMQ: n(1_000_000),
};

const length: Record<string, Fraction> = {
  INH: inch,
  FOT: foot,
  YRD: yard,
  AK: fraction('1.8288'),
  SMI: fraction('1609.344'),
  NMI: n(1852),
  M50: times(foot, n(660)),
  M51: surveyFoot,
  JPS: n(100),
};

const area: Record<string, Fraction> = {
  INK: power(inch, 2),
  FTK: power(foot, 2),
  YDK: power(yard, 2),
  MIK: power(fraction('1609.344'), 2),
  ACR: times(n(43_560), power(surveyFoot, 2)),
  TI: times(n(1000), power(inch, 2)),
  HAR: n(10_000),
};

const count: Record<string, Fraction> = {
  C62: n(1),
  NAR: n(1),
  EA: n(1),
  H87: n(1),
  PR: n(2),
  DZN: n(12),
  DPC: n(12),
  DPR: n(24),
  GRO: n(144),
  GGR: n(1728),
  CEN: n(100),
  HC: n(100),
  MIL: n(1000),
  T3: n(1000),
  TPR: n(20),
  MIO: n(1_000_000),
};

const energy: Record<string, Fraction> = {
  JOU: n(1),
  '3B': n(1_000_000),
  GV: n(1_000_000_000),
  WHR: n(3600),
  KWH: n(3_600_000),
  MWH: n(3_600_000_000),
  BTU: fraction('1055.05585262'),
};

const power_: Record<string, Fraction> = { WTT: n(1), KWT: n(1000), MAW: n(1_000_000) };

/** A proof litre holds half a litre of ethyl alcohol: 27 CFR 5.1; a proof gallon likewise on the US gallon. */
const proof: Record<string, Fraction> = { PFL: n(1), PGL: times(gallonUs, n(1000)) };

/** Base unit of each dimension, as its UNECE Rec 20 code. */
export const baseUnits: Record<string, string> = {
  mass: 'KGM',
  volume: 'MTQ',
  length: 'MTR',
  area: 'MTK',
  count: 'C62',
  energy: 'JOU',
  power: 'WTT',
  'proof-volume': 'PFL',
};

const dimensions = { mass, volume, length, area, count, energy, power: power_, 'proof-volume': proof };

export const unitDefinitions: ReadonlyMap<string, UnitDefinition> = new Map(
  Object.entries(dimensions).flatMap(([dimension, factors]) =>
    Object.entries(factors).map(([code, factor]): [string, UnitDefinition] => [code, { dimension, factor }]),
  ),
);
