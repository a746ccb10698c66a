import { isRecord } from './value.ts';

/** A JSON pointer (RFC 6901); empty for the whole value. */
export type Pointer = string;

export function joinPointer(...members: readonly (string | number)[]): Pointer {
  return members.map((member) => `/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function pointerMembers(pointer: Pointer): string[] {
  return [...membersOf(pointer)];
}

/** Members of pointers, which recur in every entry. Bounded, since senders choose pointers too. */
const known = new Map<Pointer, readonly string[]>();
const MAX_KNOWN = 4096;
const LONGEST = 128;

function membersOf(pointer: Pointer): readonly string[] {
  if (pointer === '') return [];
  const before = known.get(pointer);
  if (before) return before;
  const members = pointer.slice(1).split('/');
  if (pointer.includes('~'))
    for (const [index, member] of members.entries())
      members[index] = member.replaceAll('~1', '/').replaceAll('~0', '~');
  if (known.size < MAX_KNOWN && pointer.length <= LONGEST) known.set(pointer, members);
  return members;
}

/** The value a pointer names, or undefined where nothing stands. */
export function resolvePointer(value: unknown, pointer: Pointer): unknown {
  let current = value;
  for (const member of membersOf(pointer)) {
    if (Array.isArray(current)) current = /^(0|[1-9]\d*)$/.test(member) ? current[Number(member)] : undefined;
    else if (isRecord(current)) current = Object.hasOwn(current, member) ? current[member] : undefined;
    else return undefined;
  }
  return current;
}
