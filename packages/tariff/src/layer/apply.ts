import { Decimal } from '@portolan/kernel';
import type { Treatment } from '../chapter98/treatment.ts';
import type { Goods } from '../duty/goods.ts';
import { dollarsOfCents, roundToCents, shareOf, shareOfCents, wholeDollars } from '../duty/money.ts';
import type { NotComputed } from '../duty/result.ts';
import type { TraceStep } from '../duty/trace.ts';
import { chooseRow } from './choose.ts';
import type { BaseFacts } from './facts.ts';
import type { LayerInForce } from './in-force.ts';
import type { DutyLayer, Measure, Stacking } from './layer.ts';

/** What a layer did to a line. */
export interface LayerOutcome {
  readonly layer: string;
  readonly step: TraceStep;
  readonly cents: bigint;
  /** Cents of value that it charged; other layers may not charge the same. */
  readonly charged: bigint;
  readonly open?: NotComputed;
}

export interface LayerCase {
  readonly goods: Goods;
  readonly base: BaseFacts;
  /** Rows of the layer that name number and origin. */
  readonly rows: readonly Measure[];
  /** Cents of value on which the layer may be charged, after chapter 98. */
  readonly value: bigint;
  readonly before: readonly LayerOutcome[];
  readonly treatment: Treatment | undefined;
}

/** Applies a layer to a line, or says why it does not; undefined where no row of it names the goods. */
export function applyLayer({ layer, excludedBy }: LayerInForce, at: LayerCase): LayerOutcome | undefined {
  const { goods, base, rows, value, before, treatment } = at;
  const { row, open } = chooseRow(rows, goods, base);
  if (row === undefined) return open.length === 0 ? undefined : left(layer, goods, open);
  if (row.effect === 'none') return exempt(layer, row, goods);
  if (value === 0n && treatment !== undefined) return excused(layer, row, goods, treatment);
  const { rest, by } = remaining(value, excludedBy, before);
  if (by !== undefined && rest === 0n) return kept(layer, row, by, goods);
  const basis = basisOf(row, goods, rest);
  const cents = amountOf(row, basis, base.cents);
  return {
    layer: layer.id,
    cents,
    charged: (row.subject ?? true) ? basis : 0n,
    step: stepOf(layer, row, cents, basisText(row, basis), whyOf(row, open, cents)),
  };
}

/** The value that is left after layers which exclude this one, and the last rule that took some. */
function remaining(value: bigint, rules: readonly Stacking[], before: readonly LayerOutcome[]) {
  let rest = value;
  let by: Stacking | undefined;
  for (const rule of rules) {
    const charged = before.find(({ layer }) => layer === rule.layer)?.charged ?? 0n;
    if (charged === 0n) continue;
    rest = charged >= rest ? 0n : rest - charged;
    by = rule;
  }
  return { rest, by };
}

/** Cents of the basis: the value left, or the value of a part, which is never more. */
function basisOf({ of }: Measure, { input }: Goods, rest: bigint): bigint {
  if (of === undefined) return rest;
  const metal = input.metals?.find((content) => `${content.metal} content` === of)?.value;
  const part = metal ?? input.partValues?.find((candidate) => candidate.of === of)?.value;
  const cents = part === undefined ? rest : roundToCents(Decimal.of(part));
  return cents < rest ? cents : rest;
}

function amountOf({ effect, percent = '0' }: Measure, basis: bigint, base: bigint): bigint {
  const amount = shareOfCents(basis, shareOf(percent));
  if (effect === 'add') return amount;
  if (effect === 'instead') return amount - base;
  return amount > base ? amount - base : 0n;
}

function exempt(layer: DutyLayer, row: Measure, goods: Goods): LayerOutcome {
  const heading = row.heading === '' ? '' : ` under heading ${row.heading}`;
  const charged = row.subject ? goods.cents : 0n;
  const step = stepOf(layer, row, 0n, valueText(goods.cents), `exempt${heading}: ${row.why}`);
  return { layer: layer.id, cents: 0n, charged, step: { ...step, applied: false, rate: 'none' } };
}

/** Goods of chapter 98 whose value is not dutiable bear the layer neither. */
function excused(layer: DutyLayer, row: Measure, goods: Goods, { provision }: Treatment): LayerOutcome {
  const { heading: _heading, ...step } = stepOf(
    layer,
    row,
    0n,
    valueText(goods.cents),
    `not on ${provision.name}`,
  );
  return { layer: layer.id, cents: 0n, charged: 0n, step: { ...step, applied: false, cite: provision.cite } };
}

/** Value that another layer charges is not charged again. */
function kept(layer: DutyLayer, row: Measure, by: Stacking, goods: Goods): LayerOutcome {
  const step = stepOf(layer, row, 0n, valueText(goods.cents), by.why);
  const { heading: _heading, ...rest } = step;
  const reported = by.heading === undefined ? {} : { heading: by.heading };
  return {
    layer: layer.id,
    cents: 0n,
    charged: 0n,
    step: { ...rest, ...reported, applied: false, cite: by.cite },
  };
}

/** No row decides, and some would if claimed: the layer is named, for its duty may be owed. */
function left(layer: DutyLayer, goods: Goods, open: readonly Measure[]): LayerOutcome {
  const [row] = open;
  const why = `depends on facts about the goods: claim ${headingsOf(open)} if it applies`;
  const step: TraceStep = {
    layer: layer.id,
    applied: false,
    basis: valueText(goods.cents),
    rate: 'open',
    amount: '0.00',
    why,
    cite: row?.cite ?? layer.cite,
  };
  const { id, name } = layer;
  const charges = open.some(({ effect }) => effect !== 'none');
  const named: NotComputed = { layer: id, name, line: goods.input.number, why, cite: step.cite };
  return { layer: id, cents: 0n, charged: 0n, step, ...(charges ? { open: named } : {}) };
}

function whyOf(row: Measure, open: readonly Measure[], cents: bigint): string {
  const nothing = row.effect === 'raise-to' && cents === 0n ? '; the base duty is as high' : '';
  const exemptions = open.filter(({ effect }) => effect === 'none');
  if (exemptions.length === 0) return row.why + nothing;
  return `${row.why}${nothing}; exempt only if claimed under ${headingsOf(exemptions)}`;
}

function headingsOf(rows: readonly Measure[]): string {
  return rows.map(({ heading, why }) => `${heading} (${why})`).join(' or ');
}

function stepOf(layer: DutyLayer, row: Measure, cents: bigint, basis: string, why: string): TraceStep {
  const nothing = row.effect === 'raise-to' && cents === 0n;
  const heading = nothing ? (row.headingIfNothing ?? row.heading) : row.heading;
  return {
    layer: layer.id,
    applied: row.effect !== 'none',
    basis,
    rate: rateText(row),
    amount: dollarsOfCents(cents),
    why,
    cite: heading === '' ? row.cite : `HTS ${heading}; ${row.cite}`,
    ...(heading === '' ? {} : { heading }),
    certainty: row.certainty,
  };
}

function rateText({ effect, percent = '0' }: Measure): string {
  if (effect === 'raise-to') return `raised to ${percent}%`;
  return effect === 'instead' ? `${percent}% in place of the base rate` : `${percent}%`;
}

function basisText({ of }: Measure, basis: bigint): string {
  return of === undefined ? valueText(basis) : `${dollarsOfCents(basis)} USD of ${of}`;
}

function valueText(cents: bigint): string {
  return `${wholeDollars(cents)} USD entered value`;
}
