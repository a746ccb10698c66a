import { type Digest, digestBytes, type Instant, type Refusal, utf8 } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { byDigest } from '../attestation/order.ts';
import type { Ownership } from '../graph/owners.ts';
import type { KindRule } from '../policy/policy.ts';
import { Lookup } from './lookup.ts';
import type { StandingQuestion } from './question.ts';
import type { Standing } from './standing.ts';

/**
 * One question being answered. It notes what it looks at: those attestations are all that a second node needs to get the same
 * answer, since it will ask the same in the same order.
 */
export class Inquiry {
  readonly question: StandingQuestion;
  readonly #lookup: Lookup;
  readonly #parties = new Set<string>();
  readonly #referrers = new Set<string>();
  readonly #others = new Map<Digest, Attestation>();

  constructor(question: StandingQuestion) {
    this.question = question;
    this.#lookup = question.lookup ?? new Lookup(question);
  }

  get asOf(): Instant {
    return this.question.asOf;
  }

  current(did: string): readonly Attestation[] {
    this.#parties.add(did);
    return this.#lookup.current(did);
  }

  believed(did: string): readonly Attestation[] {
    this.#parties.add(did);
    return this.#lookup.believed(did);
  }

  ownership(did: string): Ownership {
    return this.#visited(this.#lookup.ownership(did));
  }

  attestedOwnership(did: string): Ownership {
    return this.#visited(this.#lookup.attestedOwnership(did));
  }

  /** References that a party gave and that count as far as they go. */
  soundReferences(did: string): readonly Attestation[] {
    this.#referrers.add(did);
    return this.#lookup.referencesBy(did).filter((one) => this.#lookup.faultsOf(one).length === 0);
  }

  holding(scheme: string, value: string): readonly Attestation[] {
    return this.#note(this.#lookup.known(this.question.source.holding(scheme, value)));
  }

  named(key: string): readonly Attestation[] {
    return this.#note(this.#lookup.known(this.question.source.named(key)));
  }

  faultsOf(attestation: Attestation): Refusal[] {
    return this.#lookup.faultsOf(attestation);
  }

  ruleOf(attestation: Attestation): KindRule | undefined {
    return this.#lookup.ruleOf(attestation);
  }

  /** A name for people: what believed attestations call the party, else the register's name, else its identifier. */
  nameOf(did: string): string {
    const first = this.believed(did).find(({ issuer }) => issuer !== did);
    return first?.party.name ?? this.question.register.accreditations.get(did)?.[0]?.name ?? did;
  }

  /** Everything looked at, by digest in order, each once. */
  consulted(): readonly Attestation[] {
    const all = new Map(this.#others);
    for (const did of this.#parties) for (const one of this.#lookup.about(did)) all.set(one.digest, one);
    for (const did of this.#referrers)
      for (const one of this.#lookup.referencesBy(did)) all.set(one.digest, one);
    return [...all.values()].sort(byDigest);
  }

  /** One digest over everything looked at: what was asked, in order, with a digest over each answer. */
  evidence(): Standing['evidence'] {
    const { crypto } = this.question;
    const lines = [
      ...[...this.#parties].map((did) => this.#lookup.aboutDigest(did, crypto)),
      ...[...this.#referrers].map((did) => this.#lookup.referencesDigest(did, crypto)),
      ...[...this.#others.keys()],
    ].sort();
    return { parties: this.#parties.size, digest: digestBytes(crypto, utf8(lines.join('\n'))) };
  }

  #visited(ownership: Ownership): Ownership {
    for (const party of ownership.parties) this.#parties.add(party);
    return ownership;
  }

  #note(found: readonly Attestation[]): readonly Attestation[] {
    for (const one of found) this.#others.set(one.digest, one);
    return found;
  }
}
