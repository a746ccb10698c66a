import { canonicalize, type JsonValue } from '@portolan/kernel';
import type { Drift, Evidence } from '../evidence.ts';
import { sameContent, versionsOf } from '../link/versions.ts';
import { placeOf } from '../words.ts';
import { side, whereabouts } from './side.ts';

/** Two versions of one document that say different things. Copies that say the same are nothing to tell. */
export function versionDrift(evidence: readonly Evidence[]): Drift[] {
  return versionsOf(evidence).flatMap(({ taken, others }) =>
    others.filter((other) => !sameContent(taken, other)).map((other) => between(taken, other)),
  );
}

/** A value that both versions have and tell differently weighs; one that only one of them has is more detail. */
function between(taken: Evidence, other: Evidence): Drift {
  const left = taken.document as JsonValue;
  const right = other.document as JsonValue;
  const pointer = firstDifference(left, right);
  const message = `The ${whereabouts(taken, '')} is here in two versions that differ at ${placeOf(pointer)}: ${named(taken)}, which is used, and ${named(other)}.`;
  return {
    kind: 'duplicate',
    severity: contradicts(left, right) ? 'refer' : 'info',
    left: side(taken, pointer, named(taken)),
    right: side(other, pointer, named(other)),
    message,
    mend: 'Remove the version that does not count, or ask its sender which one does.',
  };
}

function contradicts(left: JsonValue, right: JsonValue): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length !== right.length || left.some((item, at) => contradicts(item, right[at] as JsonValue));
  if (!isObject(left) || !isObject(right)) return canonicalize(left) !== canonicalize(right);
  return Object.keys(left).some(
    (name) => name in right && contradicts(member(left, name), member(right, name)),
  );
}

function firstDifference(left: JsonValue, right: JsonValue): string {
  if (!isObject(left) || !isObject(right)) return '';
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  const found =
    names.find(
      (name) => name in left && name in right && contradicts(member(left, name), member(right, name)),
    ) ??
    names.find((name) => !(name in left && name in right)) ??
    names.find((name) => canonicalize(member(left, name)) !== canonicalize(member(right, name)));
  return `/${found}`;
}

function member(object: Members, name: string): JsonValue {
  return object[name] as JsonValue;
}

function named({ digest, fileName, class: origin }: Evidence): string {
  return `${origin} ${fileName ?? digest.slice(0, 15)}`;
}

type Members = Readonly<Record<string, JsonValue>>;

function isObject(value: JsonValue): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
