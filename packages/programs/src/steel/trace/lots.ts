import type { Heat, HeatReference, Party } from '@portolan/documents';
import { convertQuantity, Decimal, type Quantity } from '@portolan/kernel';

/** By what a party is known in lots and events: its identifier, or its name where it has none. */
export function partyKey({ did, name }: Pick<Party, 'did' | 'name'>): string {
  return did ?? name;
}

/** The lot of a heat: the same name for everyone who knows mill and number. */
export function heatLot({ mill, number }: HeatReference): string {
  return `urn:portolan:heat:${encodeURIComponent(mill)}:${encodeURIComponent(number)}`;
}

export function heatReference({ mill, number }: Heat): HeatReference {
  return { mill: partyKey(mill), number };
}

/** Adds masses in the unit of the first; undefined where one is no mass. */
export function addMass(first: Quantity, ...rest: readonly (Quantity | undefined)[]): Quantity | undefined {
  let sum = Decimal.of(first.value);
  for (const each of rest) {
    if (!each) continue;
    const converted = convertQuantity(each, first.unit);
    if (!converted.ok) return undefined;
    sum = sum.plus(Decimal.of(converted.value.value));
  }
  return { value: sum.toString(), unit: first.unit };
}

export function kilograms(mass: Quantity): Decimal | undefined {
  const converted = convertQuantity(mass, 'KGM');
  return converted.ok ? Decimal.of(converted.value.value) : undefined;
}
