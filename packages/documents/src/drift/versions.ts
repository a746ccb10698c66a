import { canonicalize, type JsonValue } from '@portolan/kernel';
import type { Drift, Evidence } from '../evidence.ts';
import { sameContent, versionsOf } from '../link/versions.ts';
import { typeWords } from '../words.ts';
import { driftOf } from './drift.ts';

/** Two versions of one document that say different things. Copies that say the same are nothing to tell. */
export function versionDrift(evidence: readonly Evidence[]): Drift[] {
  return versionsOf(evidence).flatMap(({ taken, others }) =>
    others.filter((other) => !sameContent(taken, other)).map((other) => between(taken, other)),
  );
}

function between(taken: Evidence, other: Evidence): Drift {
  const pointer = firstDifference(taken.document as JsonValue, other.document as JsonValue) ?? '';
  return driftOf(
    'duplicate',
    weighs(taken, other) ? 'refer' : 'info',
    `this ${typeWords(taken.type)} is here in two versions, and the first is used`,
    { item: taken, pointer, shown: named(taken) },
    { item: other, pointer, shown: named(other) },
    'Remove the version that does not count, or ask its sender which one does.',
  );
}

/** A value both versions have and tell differently weighs; one that only one of them has is more detail, not drift. */
function weighs(left: Evidence, right: Evidence): boolean {
  return contradicts(left.document as JsonValue, right.document as JsonValue);
}

function contradicts(left: JsonValue, right: JsonValue): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return (
      left.length !== right.length || left.some((item, index) => contradicts(item, right[index] as JsonValue))
    );
  if (isObject(left) && isObject(right))
    return Object.keys(left).some(
      (name) => name in right && contradicts(left[name] as JsonValue, right[name] as JsonValue),
    );
  return canonicalize(left) !== canonicalize(right);
}

function firstDifference(left: JsonValue, right: JsonValue): string | undefined {
  if (!isObject(left) || !isObject(right)) return undefined;
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  const name = names.find(
    (each) =>
      !(each in left) || !(each in right) || contradicts(left[each] as JsonValue, right[each] as JsonValue),
  );
  return name && `/${name}`;
}

function named({ digest, fileName, class: origin }: Evidence): string {
  return `${origin} ${fileName ?? digest.slice(0, 15)}`;
}

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
