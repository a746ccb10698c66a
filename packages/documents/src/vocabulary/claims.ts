import { isRecord, type JsonValue, joinPointer } from '@portolan/kernel';
import { fieldLabel } from './label.ts';

/** One value of a credential's subject, with where it stands in words. */
export interface ReadableClaim {
  /** JSON pointer within the subject. */
  readonly pointer: string;
  /** The way to it: ['Product', 'Dimensions', 'Width']. */
  readonly place: readonly string[];
  readonly value: string;
}

/** Claims of the largest credential that is shown; what lies beyond is in the credential itself. */
const MAX_CLAIMS = 500;
/** A picture inside a credential is named, not spelled out. */
const MAX_TEXT = 500;
const STRUCTURE = new Set(['type', '@type', '@context']);

/** Every value of a subject in the order in which it stands, with readable labels; types and contexts are left out. */
export function readableClaims(subject: JsonValue): ReadableClaim[] {
  const claims: ReadableClaim[] = [];
  collect(subject, { pointer: '', place: [] }, claims);
  return claims;
}

interface Place {
  readonly pointer: string;
  readonly place: readonly string[];
}

function collect(value: JsonValue, { pointer, place }: Place, claims: ReadableClaim[]): void {
  if (claims.length >= MAX_CLAIMS || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const label =
        value.length > 1 ? [...place.slice(0, -1), `${place.at(-1) ?? 'Item'} ${index + 1}`] : place;
      collect(item, { pointer: pointer + joinPointer(index), place: label }, claims);
    });
    return;
  }
  if (!isRecord(value)) {
    claims.push({ pointer, place, value: textOf(value as string | number | boolean) });
    return;
  }
  for (const [name, member] of Object.entries(value))
    if (!STRUCTURE.has(name))
      collect(
        member as JsonValue,
        { pointer: pointer + joinPointer(name), place: [...place, fieldLabel(name)] },
        claims,
      );
}

function textOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  if (/^data:image\//.test(text)) return 'picture';
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
