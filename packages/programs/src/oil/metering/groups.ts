import { type Fixed, fixed } from './fixed.ts';

/** Liquids that the standard corrects alike (API MPMS 11.1-2004, tables 2 and 3; ASTM D1250-04). */
export const liquidGroups = ['crude', 'refined', 'lubricant'] as const;
export type LiquidGroup = (typeof liquidGroups)[number];

/** Coefficients of thermal expansion at 60 °F, from a density at 60 °F in kilograms a cubic metre. */
interface Coefficients {
  readonly from: Fixed;
  readonly k0: Fixed;
  readonly k1: Fixed;
  readonly k2: Fixed;
}

const row = (from: string, k0: string, k1 = '0', k2 = '0'): Coefficients => ({
  from: fixed(from),
  k0: fixed(k0),
  k1: fixed(k1),
  k2: fixed(k2),
});

/** Lightest first; each holds up to the next. */
const groups: Readonly<Record<LiquidGroup, readonly Coefficients[]>> = {
  crude: [row('610.6', '341.0957')],
  refined: [
    row('610.6', '192.4571', '0.2438'),
    row('770.3520', '1489.0670', '0', '-0.00186840'),
    row('787.5195', '330.3010'),
    row('838.3127', '103.8720', '0.2701'),
  ],
  lubricant: [row('800.9', '0', '0.34878')],
};

/** Densities at 60 °F that the standard covers, in kilograms a cubic metre. */
export const densityRange = (group: LiquidGroup) => ({
  least: groups[group][0]?.from ?? 0n,
  most: fixed('1163.5'),
});

export function coefficientsOf(group: LiquidGroup, density60: Fixed): Coefficients {
  const [first, ...others] = groups[group] as [Coefficients, ...Coefficients[]];
  return others.findLast(({ from }) => density60 >= from) ?? first;
}
