import { type Decimal, money } from '@portolan/kernel';
import type { MaterialRow } from '../result.ts';
import type { Material } from './facts.ts';

export type ChangeOutcome = Pick<MaterialRow, 'change' | 'why'>;

const NOT_ASKED: ChangeOutcome = {
  change: 'not-asked',
  why: 'no change in tariff classification is asked of it',
};

/** A material as the worksheet shows it; exact amounts. */
export function rowOf(material: Material, currency: string, outcome: ChangeOutcome = NOT_ASKED): MaterialRow {
  const { id, input, hs, role, originating, status, value, nonOriginating, disregarded } = material;
  const shown = (amount: Decimal) => money(amount, currency);
  return {
    id,
    description: input.description,
    ...(hs ? { hs } : {}),
    ...(input.country ? { country: input.country } : {}),
    role,
    originating,
    status: disregarded ? `${status}; left aside (${disregarded})` : status,
    ...(value ? { value: shown(value) } : {}),
    ...(nonOriginating ? { nonOriginatingValue: shown(nonOriginating) } : {}),
    ...outcome,
    ...(input.source ? { source: input.source } : {}),
  };
}
