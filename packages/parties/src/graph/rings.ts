import type { Attestation } from '../attestation/attestation.ts';
import type { PictureEdge } from './picture.ts';

export interface RingRules {
  /** Longest ring in steps: 2 is mutual vouching. */
  readonly length: number;
  /** References looked through before the search gives up. */
  readonly limit: number;
  /** References that a party gave and that stand at the time. */
  references(did: string): readonly Attestation[];
}

/** Everybody whom a party vouches for, directly or through others, and the way there. */
export interface Reach {
  /** The reference by which each was reached first. */
  readonly steps: ReadonlyMap<string, Attestation>;
  /** True where the search gave up: nothing can be said about who is not among them. */
  readonly incomplete: boolean;
}

/** Follows references outward, breadth first, so far that one more step would close the longest ring. */
export function reachOf(subject: string, rules: RingRules): Reach {
  const steps = new Map<string, Attestation>();
  let looked = 0;
  let level = [subject];
  for (let depth = 1; depth < rules.length && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const did of level)
      for (const reference of rules.references(did)) {
        looked += 1;
        if (looked > rules.limit) return { steps, incomplete: true };
        if (reference.subject === subject || steps.has(reference.subject)) continue;
        steps.set(reference.subject, reference);
        next.push(reference.subject);
      }
    level = next;
  }
  return { steps, incomplete: false };
}

/** The ring that a reference closes, as edges of a picture. */
export function ringEdges({ steps }: Reach, from: string, closing: Attestation): PictureEdge[] {
  const edges: PictureEdge[] = [edgeOf(closing)];
  for (let step = steps.get(from); step !== undefined; step = steps.get(step.issuer))
    edges.push(edgeOf(step));
  return edges;
}

function edgeOf({ issuer, subject, digest }: Attestation): PictureEdge {
  return { from: issuer, to: subject, relation: 'refers', by: digest };
}
