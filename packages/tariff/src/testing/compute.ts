import { expectOk } from '@portolan/kernel';
import { computeDuty } from '../duty/compute.ts';
import type { DutyInput, DutyLineInput } from '../duty/input.ts';
import type { DutyResult } from '../duty/result.ts';
import { loadEmbeddedReference } from '../node.ts';
import { entry, line } from './entry.ts';

export const reference = loadEmbeddedReference();

/** An entry of one line on a date, known today unless told otherwise. */
export function inputOf(
  goods: Partial<DutyLineInput>,
  date = '2026-06-15',
  more: Partial<DutyInput> = {},
): DutyInput {
  return entry([line({ quantities: [], ...goods })], {
    date,
    importDate: date,
    knownAt: '2026-11-22',
    ...more,
  });
}

export function resultOf(
  goods: Partial<DutyLineInput>,
  date?: string,
  more?: Partial<DutyInput>,
  tables = reference,
): DutyResult {
  return expectOk(computeDuty(inputOf(goods, date, more), tables));
}

/** "layer amount heading" of every layer that applied beside the base rate. */
export function appliedTo(goods: Partial<DutyLineInput>, date?: string, more?: Partial<DutyInput>): string[] {
  const [first] = resultOf(goods, date, more).lines;
  return (first?.layers ?? [])
    .filter(({ applied, layer }) => applied && layer !== 'base')
    .map(({ layer, amount, heading = '' }) => `${layer} ${amount} ${heading}`.trim());
}

/** "code path" of every refusal. */
export function refusedFor(
  goods: Partial<DutyLineInput>,
  date?: string,
  more?: Partial<DutyInput>,
  tables = reference,
): string[] {
  const result = computeDuty(inputOf(goods, date, more), tables);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
}

/** The reference with its first edition in force, and every layer known, over other days. */
export function over(from: string, to: string) {
  const [book] = reference.editions;
  if (book === undefined) throw new Error('no edition');
  return {
    ...reference,
    dutyLayers: reference.dutyLayers.map(({ horizon: _horizon, ...layer }) => layer),
    editions: [{ ...book, effective: from, knownAt: from, horizon: to } as typeof book],
  };
}
