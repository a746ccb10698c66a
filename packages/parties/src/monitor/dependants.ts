import type { Attestation } from '../attestation/attestation.ts';
import type { EvidenceSource } from '../attestation/source.ts';

/** Whom a party attests, and whom it refers to: the way in which a change spreads. */
export interface Dependence {
  /** Subjects of attestations that a party gave. */
  attestedBy(did: string): Iterable<string>;
  /** Parties that a party controls, as far as is attested. */
  controlledBy(did: string): Iterable<string>;
}

/**
 * Whose standing an attestation that came or went may change: its subject, everybody the subject attests (whose attester or
 * anchor it is), those under its control and, for a reference, those whom a ring through it may reach. The rest keep what
 * they had, so that nothing else is computed again.
 */
export function dependantsOf(
  { subject, issuer, kind }: Pick<Attestation, 'subject' | 'issuer' | 'kind'>,
  dependence: Dependence,
  source: EvidenceSource,
  ringLength: number,
): Set<string> {
  const touched = new Set<string>([subject]);
  for (const did of dependence.controlledBy(subject)) {
    touched.add(did);
    for (const attested of dependence.attestedBy(did)) touched.add(attested);
  }
  for (const did of dependence.attestedBy(subject)) touched.add(did);
  if (kind === 'trading-partner') for (const did of upstream(issuer, source, ringLength)) touched.add(did);
  return touched;
}

/** Those from whom references lead to a party within a ring's length: a new reference of the party may close their ring. */
function upstream(did: string, source: EvidenceSource, ringLength: number): Set<string> {
  const found = new Set<string>([did]);
  let level = [did];
  for (let step = 1; step < ringLength; step += 1) {
    const next = level.flatMap((one) =>
      source
        .about(one)
        .flatMap(({ kind, issuer }) => (kind === 'trading-partner' && !found.has(issuer) ? [issuer] : [])),
    );
    for (const one of next) found.add(one);
    level = next;
  }
  return found;
}
