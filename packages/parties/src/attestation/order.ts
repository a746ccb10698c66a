import type { Attestation } from './attestation.ts';

/** The order in which standings read attestations. */
export function byDigest(a: Attestation, b: Attestation): number {
  return a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0;
}
