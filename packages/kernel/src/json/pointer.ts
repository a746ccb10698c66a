import { isRecord } from './value.ts';

/** A JSON pointer (RFC 6901); empty for the whole value. */
export type Pointer = string;

export function joinPointer(...members: readonly (string | number)[]): Pointer {
  return members.map((member) => `/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function pointerMembers(pointer: Pointer): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((member) => member.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value a pointer names, or undefined where nothing stands. */
export function resolvePointer(value: unknown, pointer: Pointer): unknown {
  let current = value;
  for (const member of pointerMembers(pointer)) {
    if (Array.isArray(current)) current = /^(0|[1-9]\d*)$/.test(member) ? current[Number(member)] : undefined;
    else if (isRecord(current)) current = Object.hasOwn(current, member) ? current[member] : undefined;
    else return undefined;
  }
  return current;
}
