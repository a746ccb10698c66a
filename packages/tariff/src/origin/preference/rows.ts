import { type Decimal, money } from '@portolan/kernel';
import type { OriginAgreement } from '../agreement.ts';
import type { MaterialRow } from '../result.ts';
import type { Material, PreferenceFacts } from './facts.ts';

export type ChangeOutcome = Pick<MaterialRow, 'change' | 'why'>;

/** Why a material need not change classification: by its role, by its stock, or because it originates. */
function notAsked({ role, input }: Material, agreement: OriginAgreement): ChangeOutcome {
  const cites: Partial<Record<Material['role'], string>> = {
    accessory: agreement.accessories.cite,
    'retail-packing': agreement.retailPacking.cite,
    'shipping-packing': agreement.shippingPacking.cite,
    indirect: agreement.indirect.cite,
  };
  const cite = cites[role] ?? (input.inventory ? agreement.fungible.cite : undefined);
  const words = 'no change in tariff classification is asked of it';
  return { change: 'not-asked', why: cite ? `${words} (${cite})` : words };
}

/** A material as the worksheet shows it; exact amounts. */
export function rowOf(
  material: Material,
  { currency, agreement }: Pick<PreferenceFacts, 'currency' | 'agreement'>,
  outcome: ChangeOutcome = notAsked(material, agreement),
): MaterialRow {
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
