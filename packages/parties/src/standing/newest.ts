import type { Attestation } from '../attestation/attestation.ts';

/** Above this many an index pays. */
const FEW = 24;

/** Of what an issuer says of a type, the last word counts; two of one moment are told apart by digest. */
export function newest(attestations: readonly Attestation[]): readonly Attestation[] {
  if (attestations.length < 2) return attestations;
  if (attestations.length > FEW) return newestOfMany(attestations);
  return attestations.filter(
    (one) => !attestations.some((other) => isSameWord(one, other) && rank(one) < rank(other)),
  );
}

function newestOfMany(attestations: readonly Attestation[]): Attestation[] {
  const groups = Map.groupBy(attestations, ({ issuer, type }) => `${issuer} ${type}`);
  const last = new Set(
    [...groups.values()].map((group) => group.reduce((a, b) => (rank(a) < rank(b) ? b : a))),
  );
  return attestations.filter((one) => last.has(one));
}

function isSameWord(a: Attestation, b: Attestation): boolean {
  return a.issuer === b.issuer && a.type === b.type && a !== b;
}

/** What was altered or signed by somebody else replaces nothing. */
function rank({ signedAt, digest, faults }: Attestation): string {
  return `${faults.length > 0 ? 0 : 1} ${signedAt} ${digest}`;
}
