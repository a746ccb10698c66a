import { type JsonObject, type JsonValue, joinPointer, type Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { Origins } from '../evidence.ts';
import { sentencePlace, shown } from '../words.ts';

/** A value that the source has, but that the document does not take over, and why. */
interface SetAside {
  readonly pointer: string;
  readonly found: string;
  readonly why: string;
}

/**
 * Something read from a source: its value, where each part of it stands there, and what was set aside. Readers build a
 * document from these, so that no value can enter it without its place.
 */
export interface Found<T extends JsonValue = JsonValue> {
  readonly value?: T;
  readonly origins: Origins;
  readonly aside: readonly SetAside[];
}

export const nothing: Found<never> = { origins: {}, aside: [] };

/** A single value with its place; nothing when the value is empty. */
export function leaf<T extends JsonValue>(value: T | undefined, origin: string): Found<T> {
  return value === undefined || value === '' ? nothing : { value, origins: { '': origin }, aside: [] };
}

/** A value of the source that is not taken over, with the reason. */
export function setAside(found: string, why: string): Found<never> {
  return { origins: {}, aside: [{ pointer: '', found, why: why.replace(/\.$/, '') }] };
}

/** Members that were found, as one object; nothing when none was. */
export function group(members: Readonly<Record<string, Found>>): Found<JsonObject> {
  const entries = Object.entries(members);
  const present = entries.filter(([, found]) => found.value !== undefined);
  const below = gather(entries);
  if (present.length === 0) return below;
  return {
    ...below,
    value: Object.fromEntries(present.map(([name, { value }]) => [name, value as JsonValue])),
  };
}

/** Items that were found, as one list; nothing when none was. */
export function items(found: readonly Found[]): Found<readonly JsonValue[]> {
  const present = found.filter(({ value }) => value !== undefined);
  const below = gather(present.map((item, index) => [String(index), item]));
  const lost = found.filter(({ value }) => value === undefined).flatMap(({ aside }) => aside);
  const aside = [...below.aside, ...lost];
  if (present.length === 0) return { origins: {}, aside };
  return { value: present.map(({ value }) => value as JsonValue), origins: below.origins, aside };
}

/** The first that has a value, with what all of them set aside before it. */
export function firstOf(...candidates: readonly Found[]): Found {
  const at = candidates.findIndex(({ value }) => value !== undefined);
  const tried = at < 0 ? candidates : candidates.slice(0, at + 1);
  return { ...(candidates[at] ?? nothing), aside: tried.flatMap(({ aside }) => aside) };
}

/** What was set aside, as notices that name the field. */
export function noticesOf(found: Found): Refusal[] {
  return found.aside.map(({ pointer, found: text, why }) =>
    documentsCatalogue.refuse('DOC_SET_ASIDE', {
      path: pointer,
      params: { field: sentencePlace(pointer), found: shown(text), why },
    }),
  );
}

function gather(entries: readonly (readonly [string, Found])[]): Found<never> {
  const origins: Origins = {};
  const aside: SetAside[] = [];
  for (const [name, found] of entries) {
    const prefix = joinPointer(name);
    for (const [pointer, origin] of Object.entries(found.origins)) origins[prefix + pointer] = origin;
    for (const item of found.aside) aside.push({ ...item, pointer: prefix + item.pointer });
  }
  return { origins, aside };
}
