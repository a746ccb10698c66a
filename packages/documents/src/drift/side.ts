import { isRecord, resolvePointer } from '@portolan/kernel';
import type { DriftSide, Evidence } from '../evidence.ts';
import { placeOf, typeWords } from '../words.ts';

/** The value at a pointer of a piece of evidence, as people read it. */
export function side(item: Evidence, pointer: string, value?: string): DriftSide {
  return { digest: item.digest, pointer, value: value ?? readable(resolvePointer(item.document, pointer)) };
}

/** 'commercial invoice INV-1, line 2, unit price': which document, and where in it. */
export function whereabouts(item: Evidence, pointer: string): string {
  const number = item.type === 'OrganizationIdentity' ? item.document.registry.number : item.document.number;
  const place = placeOf(pointer);
  return `${typeWords(item.type)} ${number}${place && `, ${place}`}`;
}

/** Money as '12.50 USD', a quantity as '100 KGM', a party by its name, anything else as it stands. */
export function readable(value: unknown): string {
  if (!isRecord(value)) return String(value);
  if ('amount' in value && 'currency' in value) return `${value.amount} ${value.currency}`;
  if ('value' in value && 'unit' in value) return `${value.value} ${value.unit}`;
  return 'name' in value ? String(value.name) : JSON.stringify(value);
}
