import { isRecord } from '@portolan/kernel';

/** True when two JSON values say the same; members that are undefined count as absent. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, at) => sameJson(item, right[at]));
  if (!isRecord(left) || !isRecord(right)) return false;
  for (const name of Object.keys(left)) if (!sameJson(left[name], right[name])) return false;
  return Object.keys(right).every((name) => right[name] === undefined || Object.hasOwn(left, name));
}
