import { Decimal, money, parseDecimal, sumDecimals } from '@portolan/kernel';
import type { ContentMethod } from '../agreement.ts';
import type { ContentResult } from '../result.ts';
import { countsInValue, type Material, type PreferenceFacts } from './facts.ts';
import { atLeastPercent, shownPercent } from './percent.ts';

/** A content that a rule or a criterion asks for. */
export interface ContentFloor {
  readonly method: ContentMethod;
  readonly minimum: string;
}

/**
 * Regional value content by the method of a floor: shown by a signed statement without its costs, or worked out. Compared
 * exactly: 59.999 percent is not 60.
 */
export function contentOf(
  floor: ContentFloor,
  materials: readonly Material[],
  facts: PreferenceFacts,
): ContentResult {
  return shown(floor, facts) ?? computed(floor, materials, facts);
}

/** The floors to try: those of the method that the producer chose, where it chose one. */
export function floorsOf(floors: readonly ContentFloor[], { input }: PreferenceFacts): ContentFloor[] {
  return floors.filter(({ method }) => input.method === undefined || input.method === method);
}

function row(facts: PreferenceFacts, method: ContentMethod) {
  return facts.agreement.methods.find((one) => one.method === method);
}

function shown(floor: ContentFloor, facts: PreferenceFacts): ContentResult | undefined {
  const { shownContent: statement } = facts.input;
  if (!statement) return undefined;
  const { agreement, hs6, method, atLeast, from, until, accredited, reference } = statement;
  const percent = parseDecimal(atLeast);
  const fits =
    accredited &&
    agreement === facts.agreement.id &&
    facts.hs.startsWith(hs6) &&
    method === floor.method &&
    from <= facts.date &&
    facts.date <= until &&
    percent.ok &&
    percent.value.gte(Decimal.of(floor.minimum));
  if (!fits) return undefined;
  return {
    ...floor,
    formula: row(facts, method)?.formula ?? '',
    outcome: 'passed',
    why: `signed statement ${reference}: at least ${atLeast} percent, without showing costs`,
    cite: row(facts, method)?.cite ?? '',
  };
}

function computed(
  floor: ContentFloor,
  materials: readonly Material[],
  facts: PreferenceFacts,
): ContentResult {
  const method = row(facts, floor.method);
  const base = method?.base === 'net-cost' ? facts.netCost : facts.value;
  const up = floor.method === 'build-up';
  const counted = up ? originatingSum(materials) : nonOriginatingSum(materials);
  const common = { ...floor, formula: method?.formula ?? '', cite: method?.cite ?? '' };
  if (!base || !counted) {
    const missing = base ? 'the value of a non-originating material' : basisName(method?.base);
    return { ...common, outcome: 'undetermined', why: `${missing} is not given` };
  }
  const regional = up ? counted : base.minus(counted);
  const passed = atLeastPercent(regional, base, floor.minimum);
  const percent = shownPercent(regional, base);
  return {
    ...common,
    base: money(base, facts.currency),
    materials: money(counted, facts.currency),
    percent,
    outcome: passed ? 'passed' : 'failed',
    why: `${percent} percent; ${floor.minimum} percent is asked`,
  };
}

function basisName(base: string | undefined): string {
  return base === 'net-cost' ? 'the net cost' : 'the value of the good';
}

/** Value of non-originating materials; unknown where one of them has no value. */
export function nonOriginatingSum(materials: readonly Material[]): Decimal | undefined {
  const counted = materials.filter((material) => countsInValue(material) && !material.originating);
  const values = counted.map(({ nonOriginating }) => nonOriginating);
  if (!values.every((value) => value !== undefined)) return undefined;
  return sumDecimals(values as Decimal[]);
}

/** Value of originating materials, with the originating part of others; what has no value counts for nothing. */
function originatingSum(materials: readonly Material[]): Decimal {
  return sumDecimals(
    materials
      .filter(countsInValue)
      .map(({ value, nonOriginating }) =>
        value && nonOriginating ? value.minus(nonOriginating) : Decimal.zero,
      ),
  );
}
