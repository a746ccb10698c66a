import { isRecord, type JsonObject, type JsonValue, joinPointer } from '@portolan/kernel';
import { type Found, leaf, nothing } from '../found.ts';

/** A place in a JSON document: the value there with its pointer. */
export interface Node {
  readonly value: JsonValue | undefined;
  readonly pointer: string;
}

export function nodeOf(value: JsonValue, pointer = ''): Node {
  return { value, pointer };
}

/** The member at the end of a path of names; a node without value where there is none. */
export function member(node: Node, ...names: readonly string[]): Node {
  let current = node;
  for (const name of names) {
    const { value, pointer } = current;
    const below = isRecord(value) && Object.hasOwn(value, name) ? (value as JsonObject)[name] : undefined;
    current = { value: below, pointer: pointer + joinPointer(name) };
  }
  return current;
}

export function listAt(node: Node, ...names: readonly string[]): Node[] {
  const { value, pointer } = member(node, ...names);
  return Array.isArray(value)
    ? value.map((each: JsonValue, index) => ({ value: each, pointer: pointer + joinPointer(index) }))
    : [];
}

/** A text, or a number as the text of its digits. */
export function textAt(node: Node, ...names: readonly string[]): Found<string> {
  const { value, pointer } = member(node, ...names);
  if (typeof value === 'number') return leaf(String(value), pointer);
  return typeof value === 'string' ? leaf(value.replace(/\s+/g, ' ').trim(), pointer) : nothing;
}

export function stringAt(node: Node, ...names: readonly string[]): string | undefined {
  return textAt(node, ...names).value;
}
