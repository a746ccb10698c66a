import { isRecord, type JsonValue, pointerMembers } from '@portolan/kernel';

/** `/credentialSubject/items/0/tests/1` as "items 1, tests 2": counted as people count. */
export function memberWords(pointer: string): string {
  const words: string[] = [];
  for (const member of pointerMembers(pointer).filter((name) => name !== 'credentialSubject')) {
    if (/^\d+$/.test(member)) words.push(`${words.pop() ?? ''} ${Number(member) + 1}`.trim());
    else words.push(member.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
  }
  return words.join(', ');
}

/** The values of a member, in their order, short enough for one line or two. */
export function memberText(value: JsonValue): string {
  return leaves(value).join(', ').slice(0, 200);
}

function leaves(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item as JsonValue));
  if (isRecord(value)) return Object.values(value).flatMap((item) => leaves(item as JsonValue));
  return value === null ? [] : [String(value)];
}
