import { isRecord, joinPointer, kernelCatalogue, type Refusal } from '@portolan/kernel';

/** As deep and as large as parseJson reads JSON text of a stranger. */
const MAX_DEPTH = 64;
const MAX_VALUES = 200_000;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What parseJson would have refused, looked for in a value that came another way: nesting, size, dangerous member names, half
 * characters, and numbers that lost digits. Undefined when all is well.
 */
export function guardJson(value: unknown): Refusal | undefined {
  const waiting: { readonly value: unknown; readonly depth: number; readonly path: string }[] = [
    { value, depth: 0, path: '' },
  ];
  for (let seen = 0, next = waiting.pop(); next; seen += 1, next = waiting.pop()) {
    const fault = seen > MAX_VALUES ? tooLarge(seen) : faultOf(next.value, next.depth, next.path);
    if (fault) return fault;
    for (const [name, member] of membersOf(next.value))
      waiting.push({ value: member, depth: next.depth + 1, path: next.path + joinPointer(name) });
  }
  return undefined;
}

function membersOf(value: unknown): [string, unknown][] {
  // Array.from visits the holes of a sparse list too, which JSON can't carry.
  if (Array.isArray(value)) return Array.from(value, (item, index) => [String(index), item]);
  // A member that is undefined is one that does not stand.
  return isRecord(value) ? Object.entries(value).filter(([, member]) => member !== undefined) : [];
}

function faultOf(value: unknown, depth: number, path: string): Refusal | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
        ? undefined
        : kernelCatalogue.refuse('KERNEL_JSON_LONE_SURROGATE', { path });
    case 'number':
      return isExact(value)
        ? undefined
        : kernelCatalogue.refuse('KERNEL_JSON_NUMBER', { path, params: { number: String(value) } });
    case 'boolean':
      return undefined;
    case 'object':
      return depth > MAX_DEPTH
        ? kernelCatalogue.refuse('KERNEL_JSON_TOO_DEEP', { params: { limit: MAX_DEPTH } })
        : namesFault(value, path);
    default:
      return kernelCatalogue.refuse('KERNEL_JSON_SYNTAX', {
        path,
        params: { detail: `a ${typeof value} is no JSON value` },
      });
  }
}

function namesFault(value: object | null, path: string): Refusal | undefined {
  if (!isRecord(value)) return undefined;
  const names = Object.keys(value);
  const key = names.find((name) => FORBIDDEN.has(name));
  if (key !== undefined)
    return kernelCatalogue.refuse('KERNEL_JSON_FORBIDDEN_KEY', { path, params: { key } });
  return names.every((name) => name.isWellFormed())
    ? undefined
    : kernelCatalogue.refuse('KERNEL_JSON_LONE_SURROGATE', { path });
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function tooLarge(values: number): Refusal {
  return kernelCatalogue.refuse('KERNEL_JSON_TOO_LARGE', { params: { bytes: values, limit: MAX_VALUES } });
}
