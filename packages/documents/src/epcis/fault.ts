import { type JsonValue, joinPointer, type Refusal } from '@portolan/kernel';
import { type EpcisCode, epcisCatalogue } from './catalogue.ts';
import type { Prefixes } from './context.ts';

/** Where a check stands in a document, and where it puts what it finds. */
export interface Place {
  readonly path: string;
  readonly prefixes: Prefixes;
  readonly found: Refusal[];
}

/** The same check one member further in. */
export function within(place: Place, ...members: readonly (string | number)[]): Place {
  return { ...place, path: place.path + joinPointer(...members) };
}

/** Notes a fault at a place. */
export function fault(place: Place, code: EpcisCode, params: Record<string, string | number>): void {
  place.found.push(epcisCatalogue.refuse(code, { path: place.path, params }));
}

/** A value shown in a message: short, and text only. */
export function shown(value: JsonValue | undefined): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The last member of a path, which is the name people know. */
export function nameOf({ path }: Place): string {
  return path.split('/').findLast((member) => !/^\d*$/.test(member)) ?? 'the value';
}
