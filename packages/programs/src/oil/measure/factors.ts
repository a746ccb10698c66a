import { ok, type Result, refused } from '@portolan/kernel';
import type { Base } from './base.ts';
import { measureCatalogue } from './catalogue.ts';
import { baseFactor } from './density.ts';
import { type Fixed, fixed, one, over, times } from './fixed.ts';
import type { KnownLiquid, LiquidContext } from './liquid.ts';
import { fahrenheitOf, figure, psiOf, type Reading } from './readings.ts';

/** Factors that a party computed itself: the ticket says who and by which standard. */
export interface StatedFactors {
  readonly ctl?: string;
  readonly cpl?: string;
  readonly computedBy: string;
  readonly standard: string;
}

/** Conditions that a volume was measured at. Pressures are of a gauge, unless their unit is an absolute one. */
export interface Conditions {
  readonly temperature?: Reading | undefined;
  readonly pressure?: Reading | undefined;
  /** Pressure of the vapor over the liquid at this temperature; none where it is below the atmosphere. */
  readonly equilibriumPressure?: Reading | undefined;
  readonly stated?: StatedFactors | undefined;
}

export interface Factors {
  readonly ctl: Fixed;
  readonly cpl: Fixed;
}

/** CTL to the wanted base, and CPL, for a volume at these conditions. A stated factor stands where a ticket brings one. */
export function factorsOf(
  conditions: Conditions,
  density60: Fixed,
  base: Base,
  liquid: KnownLiquid,
  context: LiquidContext,
): Result<Factors> {
  const { stated, temperature } = conditions;
  const psi = overPressure(conditions);
  if (!psi.ok) return psi;
  const fahrenheit = temperature ? fahrenheitOf(temperature, '/temperature') : undefined;
  if (fahrenheit && !fahrenheit.ok) return fahrenheit;
  const at = fahrenheit?.value;
  if (at !== undefined) {
    const admitted = liquid.correlation.admits(density60, at, psi.value);
    if (!admitted.ok) return admitted;
  }
  const ctl =
    stated?.ctl === undefined ? computedCtl(density60, at, base, liquid, context) : near(stated.ctl, 'CTL');
  if (!ctl.ok) return ctl;
  const cpl =
    stated?.cpl === undefined ? computedCpl(density60, at, psi.value, liquid) : near(stated.cpl, 'CPL');
  return cpl.ok ? ok({ ctl: ctl.value, cpl: cpl.value }) : cpl;
}

/** Psi above the equilibrium pressure of the liquid: that is what presses it together. */
function overPressure({ equilibriumPressure, pressure }: Conditions): Result<Fixed> {
  if (!pressure) return ok(0n);
  const psi = psiOf(pressure, '/pressure');
  if (!psi.ok || !equilibriumPressure) return psi;
  const vapor = psiOf(equilibriumPressure, '/equilibriumPressure');
  if (!vapor.ok) return vapor;
  return ok(vapor.value > 0n ? psi.value - vapor.value : psi.value);
}

function computedCtl(
  density60: Fixed,
  at: Fixed | undefined,
  base: Base,
  liquid: KnownLiquid,
  context: LiquidContext,
): Result<Fixed> {
  if (at === undefined || liquid.row.standard === 'stated') return refused(unstated('CTL', liquid));
  const toSixty = liquid.correlation.ctl(density60, at);
  if (!toSixty.ok) return toSixty;
  const ofBase = baseFactor(liquid, density60, base, context);
  return ofBase.ok ? ok(over(toSixty.value, ofBase.value)) : ofBase;
}

function computedCpl(
  density60: Fixed,
  at: Fixed | undefined,
  psi: Fixed,
  liquid: KnownLiquid,
): Result<Fixed> {
  const { correlation } = liquid;
  if (psi <= 0n) return ok(one);
  if (!correlation.cpl || at === undefined) return refused(unstated('CPL', liquid));
  return ok(correlation.cpl(density60, at, psi));
}

function unstated(factor: string, { row }: KnownLiquid) {
  return measureCatalogue.refuse('OIL_MEASURE_STATED_MISSING', {
    path: '/stated',
    params: { factor, commodity: row.title },
  });
}

const HALF = fixed('0.5');

function near(value: string, factor: string): Result<Fixed> {
  const read = figure(value, `/stated/${factor.toLowerCase()}`);
  if (!read.ok) return read;
  if (read.value >= HALF && read.value <= times(HALF, fixed('3'))) return read;
  return refused(
    measureCatalogue.refuse('OIL_MEASURE_STATED_RANGE', { path: '/stated', params: { factor, value } }),
  );
}
