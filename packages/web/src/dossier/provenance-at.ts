import type { Provenance, ProvenanceMap } from '@portolan/filing';

/**
 * The provenance of a value: its own, that of the nearest object around it, or, for an object, that of its
 * first recorded member.
 */
export function provenanceAt(map: ProvenanceMap, pointer: string): Provenance | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = map[at];
    if (found) return found;
  }
  const member = Object.keys(map).find((key) => key.startsWith(`${pointer}/`));
  return member === undefined ? undefined : map[member];
}
