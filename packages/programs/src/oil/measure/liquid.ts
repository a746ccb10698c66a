import { inForce } from '@portolan/filing';
import { ok, type Result, refused } from '@portolan/kernel';
import { api11Of, type Expanding } from './api-11-1.ts';
import { measureCatalogue } from './catalogue.ts';
import type { Correlation } from './correlation.ts';
import { edition1980, edition2004, expansionOf } from './expansion.ts';
import type { LiquidRow, LiquidTables } from './facts/tables.ts';
import { type Fixed, fixed, one } from './fixed.ts';
import { gpaTp27Of } from './gpa-tp-27.ts';
import { within } from './range.ts';
import { remembered } from './remembered.ts';

/** What is measured, by which facts, on which day. */
export interface LiquidContext {
  readonly commodity: string;
  readonly tables: LiquidTables;
  /** `YYYY-MM-DD`: rows in force on this day are used. */
  readonly day: string;
  /** Thermal expansion at 60 °F per degree Fahrenheit, of a special application. */
  readonly alpha?: string | undefined;
}

/** A liquid with its correlation, and what was computed of it before: a month of a line asks for few densities. */
export interface KnownLiquid {
  readonly row: LiquidRow;
  readonly correlation: Correlation;
  /** CTL from a temperature in degrees Fahrenheit, as text, by density at 60 °F. */
  readonly atFahrenheit: (fahrenheit: string) => (density60: Fixed) => Result<Fixed>;
  /** Densities at 60 °F by the statement that they were read from. */
  readonly statements: Map<string, Fixed>;
}

/** Correlations are kept with the tables that they were read from. */
const kept = new WeakMap<LiquidTables, Map<string, KnownLiquid>>();

/** The standard that a liquid is measured by on a day. Refuses a liquid without a row, and tables without a fact that it needs. */
export function liquidOn(context: LiquidContext): Result<KnownLiquid> {
  const { alpha = '', commodity, day, tables } = context;
  const ofTables = kept.get(tables) ?? new Map<string, KnownLiquid>();
  kept.set(tables, ofTables);
  const key = `${commodity} ${day} ${alpha}`;
  const known = ofTables.get(key);
  if (known) return ok(known);
  const liquid = readLiquid(context, [...ofTables.values()]);
  if (!liquid.ok) return liquid;
  if (ofTables.size >= MOST_KEPT) ofTables.clear();
  ofTables.set(key, liquid.value);
  return liquid;
}

/** A year of days for some liquids. */
const MOST_KEPT = 2_000;

function readLiquid(context: LiquidContext, earlier: readonly KnownLiquid[]): Result<KnownLiquid> {
  const { commodity, day, tables } = context;
  const row = inForce(
    tables.liquids.filter((candidate) => candidate.commodity === commodity),
    day,
  );
  if (!row)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_LIQUID_UNKNOWN', {
        path: '/commodity',
        params: { commodity: commodity.slice(0, 40), day },
      }),
    );
  const same = row.group === 'special' ? undefined : earlier.find((liquid) => liquid.row === row);
  if (same) return ok(same);
  const correlation = correlationOf(row, context);
  return correlation.ok ? ok(knownLiquid(row, correlation.value)) : correlation;
}

function knownLiquid(row: LiquidRow, correlation: Correlation): KnownLiquid {
  const atFahrenheit = remembered((fahrenheit: string) => {
    const temperature = fixed(fahrenheit);
    return remembered((density60: Fixed) => correlation.ctl(density60, temperature));
  });
  return { row, correlation, atFahrenheit, statements: new Map() };
}

function correlationOf(row: LiquidRow, { alpha, day, tables }: LiquidContext): Result<Correlation> {
  const water = inForce(
    tables.water.filter(({ standard }) => standard === waterOf(row)),
    day,
  );
  if (!water) return missing('the density of water', day);
  if (row.standard === 'gpa-tp-27')
    return ok(gpaTp27Of(row.title, tables.referenceFluids, fixed(water.density)));
  if (row.standard === 'stated') return ok(statedOnly(fixed(water.density)));
  const limits = inForce(tables.applicability, day);
  if (!limits) return missing('the limits of the standard', day);
  const expanding = expandingOf(row, tables, alpha, limits.alpha);
  if (!expanding.ok) return expanding;
  const edition = row.standard === 'api-11.1-1980' ? edition1980 : edition2004;
  return ok(api11Of(row.title, edition, expanding.value, fixed(water.density), limits));
}

const waterOf = ({ standard }: LiquidRow) =>
  standard === 'api-11.1-1980' ? 'api-11.1-1980' : 'api-11.1-2004';

function expandingOf(
  { group, title }: LiquidRow,
  tables: LiquidTables,
  alpha: string | undefined,
  limits: readonly [string, string],
): Result<Expanding> {
  if (group !== 'special') return ok(tables.expansion.filter((row) => row.group === group).map(expansionOf));
  if (alpha === undefined)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_ALPHA_MISSING', { path: '/alpha', params: { commodity: title } }),
    );
  const checked = within(fixed(alpha), limits, 'OIL_MEASURE_ALPHA_RANGE');
  return checked.ok ? ok({ alpha: fixed(alpha) }) : checked;
}

/** A liquid whose factors only its papers know: density is taken as stated, and correction left to the ticket. */
function statedOnly(water: bigint): Correlation {
  return {
    water,
    ctl: () => ok(one),
    admits: () => ok(undefined),
    baseDensity: (observed) => ok(observed),
  };
}

export function missing(fact: string, day: string) {
  return refused(measureCatalogue.refuse('OIL_MEASURE_FACT_MISSING', { params: { fact, day } }));
}
