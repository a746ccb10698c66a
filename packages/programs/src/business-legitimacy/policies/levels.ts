import type { AttesterKind, KindRule, Policy } from '@portolan/parties';

/** What the sample policies share. Their numbers are proposals to be tried, and no agency's published rule. */

export const institutional: AttesterKind[] = [
  'company-register',
  'tax-authority',
  'bank',
  'lei-issuer',
  'gs1',
  'trusted-trader',
  'chamber',
];

const weights: Readonly<Record<AttesterKind, number>> = {
  'company-register': 12,
  'tax-authority': 12,
  bank: 10,
  'lei-issuer': 10,
  'trusted-trader': 15,
  gs1: 6,
  chamber: 5,
  'trading-partner': 3,
};

/** A rule for every kind; its word counts for so many days. */
export function kindRules(days: number): KindRule[] {
  return [
    ...institutional.map((kind) => ({ kind, weight: weights[kind], freshForDays: days, accredited: true })),
    {
      kind: 'trading-partner' as const,
      weight: weights['trading-partner'],
      freshForDays: days,
      accredited: false,
    },
  ];
}

export const collusion: Policy['collusion'] = {
  controlPercent: 25,
  ownershipDepth: 5,
  ringLength: 4,
  searchLimit: 2000,
  anchor: { atLeast: 2, of: institutional },
};
