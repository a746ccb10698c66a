import type { Digest, Instant } from '@portolan/kernel';
import type { Attestation } from './attestation.ts';
import type { EvidenceSource } from './source.ts';

/**
 * A source that remembers what it was asked and answered, and answers with what was signed by an instant only. What it
 * remembers is all that a second node needs to compute the same.
 */
export class RecordingSource implements EvidenceSource {
  readonly #source: EvidenceSource;
  readonly #asOf: Instant;
  readonly #consulted = new Map<Digest, Attestation>();

  constructor(source: EvidenceSource, asOf: Instant) {
    this.#source = source;
    this.#asOf = asOf;
  }

  /** Everything consulted, by digest in order. */
  get consulted(): readonly Attestation[] {
    return [...this.#consulted.values()].sort(byDigest);
  }

  about(did: string): readonly Attestation[] {
    return this.#keep(this.#source.about(did));
  }

  referencesBy(did: string): readonly Attestation[] {
    return this.#keep(this.#source.referencesBy(did));
  }

  holding(scheme: string, value: string): readonly Attestation[] {
    return this.#keep(this.#source.holding(scheme, value));
  }

  named(key: string): readonly Attestation[] {
    return this.#keep(this.#source.named(key));
  }

  /** The order in which a store gives its rows must not matter. The same credential received twice is one. */
  #keep(found: readonly Attestation[]): readonly Attestation[] {
    const kept: Attestation[] = [];
    for (const attestation of found) {
      if (attestation.signedAt > this.#asOf) continue;
      if (!this.#consulted.has(attestation.digest)) this.#consulted.set(attestation.digest, attestation);
      kept.push(attestation);
    }
    kept.sort(byDigest);
    return kept.filter((one, index) => kept[index - 1]?.digest !== one.digest);
  }
}

export function byDigest(a: Attestation, b: Attestation): number {
  return a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0;
}
