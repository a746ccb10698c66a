import type { Instant, Refusal } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { RecordingSource } from '../attestation/recording.ts';
import { type Ownership, ownershipOf } from '../graph/owners.ts';
import type { KindRule } from '../policy/policy.ts';
import { dayOf, type StandingQuestion } from './question.ts';
import { attesterFaults, factFaults, proofFaults, refuse, type SoundnessRules, timeFaults } from './soundness.ts';

/**
 * One question being answered: what was asked of the source, each answer looked at once. Everything here is about single
 * parties and single attestations; what they come to together is for the rules that use it.
 */
export class Inquiry {
  readonly question: StandingQuestion;
  readonly source: RecordingSource;
  readonly rules: SoundnessRules;
  readonly #kindRules: ReadonlyMap<string, KindRule>;
  readonly #current = new Map<string, readonly Attestation[]>();
  readonly #believed = new Map<string, readonly Attestation[]>();
  readonly #ownerships = new Map<string, Ownership>();

  constructor(question: StandingQuestion) {
    const { asOf, policy, register, source } = question;
    this.question = question;
    this.source = new RecordingSource(source, asOf);
    const agencies = new Set([policy.publisher, ...policy.recognizes]);
    this.rules = { asOf, policy, register, agencies };
    this.#kindRules = new Map(policy.kinds.map((rule) => [rule.kind, rule]));
  }

  get asOf(): Instant {
    return this.question.asOf;
  }

  ruleOf({ kind }: Attestation): KindRule | undefined {
    return kind && this.#kindRules.get(kind);
  }

  /** Attestations about a party, by digest; of those that one issuer gave of one type only the last. */
  current(did: string): readonly Attestation[] {
    const known = this.#current.get(did);
    if (known) return known;
    const current = newest(this.source.about(did));
    this.#current.set(did, current);
    return current;
  }

  /**
   * Attestations whose facts are believed, favourable or not: by an accredited attester, or by the party about itself where
   * that can only count against it. They stay believed when they are old: an organization dissolved stays dissolved.
   */
  believed(did: string): readonly Attestation[] {
    const known = this.#believed.get(did);
    if (known) return known;
    const believed = this.current(did).filter(
      (one) => proofFaults(one, this.asOf).length === 0 && (one.issuer === did || this.isAccredited(one)),
    );
    this.#believed.set(did, believed);
    return believed;
  }

  isAccredited(attestation: Attestation): boolean {
    return attesterFaults(attestation, this.rules).length === 0;
  }

  /** Reasons why an attestation does not count that lie in itself, whoever stands behind it. */
  faultsOf(attestation: Attestation): Refusal[] {
    const proof = proofFaults(attestation, this.asOf);
    const rule = this.ruleOf(attestation);
    if (!rule) return [...proof, refuse('PARTY_KIND_UNRULED', { type: attestation.type })];
    return [
      ...proof,
      ...(rule.accredited ? attesterFaults(attestation, this.rules) : []),
      ...timeFaults(attestation, rule, this.rules),
      ...factFaults(attestation, dayOf(this.question)),
    ];
  }

  ownership(did: string): Ownership {
    const known = this.#ownerships.get(did);
    if (known) return known;
    const { controlPercent, ownershipDepth } = this.question.policy.collusion;
    const rules = { percent: controlPercent, depth: ownershipDepth, believed: (one: string) => this.believed(one) };
    const ownership = ownershipOf(did, rules);
    this.#ownerships.set(did, ownership);
    return ownership;
  }

  /** A name for people: what believed attestations call the party, else the register's name, else its identifier. */
  nameOf(did: string): string {
    const [first] = this.believed(did).filter(({ issuer }) => issuer !== did);
    return first?.party.name ?? this.rules.register.accreditations.get(did)?.[0]?.name ?? did;
  }
}

/** Of what an issuer says of a type, the last word counts; two of one moment are told apart by digest. */
export function newest(attestations: readonly Attestation[]): Attestation[] {
  const last = new Map<string, Attestation>();
  for (const one of attestations) {
    const key = `${one.issuer} ${one.type}`;
    const other = last.get(key);
    if (!other || rank(other) < rank(one)) last.set(key, one);
  }
  return attestations.filter((one) => last.get(`${one.issuer} ${one.type}`) === one);
}

/** What was altered or signed by somebody else replaces nothing. */
function rank({ signedAt, digest, faults }: Attestation): string {
  return `${faults.length > 0 ? 0 : 1} ${signedAt} ${digest}`;
}
