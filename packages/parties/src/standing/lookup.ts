import {
  addDays,
  type CalendarDate,
  type CryptoPort,
  digestBytes,
  type Instant,
  type Refusal,
  utf8,
} from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { byDigest } from '../attestation/order.ts';
import type { EvidenceSource } from '../attestation/source.ts';
import { type Ownership, ownershipOf } from '../graph/owners.ts';
import type { KindRule, Policy } from '../policy/policy.ts';
import type { TrustRegister } from '../trust/register.ts';
import { newest } from './newest.ts';
import {
  attesterFaults,
  factFaults,
  mayAttest,
  proofFaults,
  refuse,
  type SoundnessRules,
  timeFaults,
} from './soundness.ts';

/** What many questions have in common: one policy, one register, one instant, one source. */
export interface CommonGround {
  readonly asOf: Instant;
  readonly policy: Policy;
  readonly register: TrustRegister;
  readonly source: EvidenceSource;
}

/**
 * What is known of single parties and attestations on a common ground, looked at once however many questions touch it. Keeps
 * nothing about who asked.
 */
export class Lookup {
  readonly ground: CommonGround;
  readonly rules: SoundnessRules;
  readonly #kindRules: ReadonlyMap<string, KindRule>;
  readonly #fresh = new Map<KindRule, CalendarDate>();
  readonly #about = new Map<string, readonly Attestation[]>();
  readonly #references = new Map<string, readonly Attestation[]>();
  readonly #aboutDigests = new Map<string, string>();
  readonly #referenceDigests = new Map<string, string>();
  readonly #current = new Map<string, readonly Attestation[]>();
  readonly #believed = new Map<string, readonly Attestation[]>();
  readonly #ownerships = new Map<string, Ownership>();
  readonly #attestedOwnerships = new Map<string, Ownership>();

  constructor(ground: CommonGround) {
    const { asOf, policy, register } = ground;
    this.ground = ground;
    const agencies = new Set([policy.publisher, ...policy.recognizes]);
    this.rules = { asOf, policy, register, agencies, freshSince: (rule) => this.#freshSince(rule) };
    this.#kindRules = new Map(policy.kinds.map((rule) => [rule.kind, rule]));
  }

  /** Everything signed about a party by the instant, in the order of digests, each once. */
  about(did: string): readonly Attestation[] {
    return kept(this.#about, did, () => this.known(this.ground.source.about(did)));
  }

  referencesBy(did: string): readonly Attestation[] {
    return kept(this.#references, did, () => this.known(this.ground.source.referencesBy(did)));
  }

  /** What is known about a party, as one line: its name and a digest over the attestations. */
  aboutDigest(did: string, crypto: CryptoPort): string {
    return kept(this.#aboutDigests, did, () => `about ${did} ${listDigest(this.about(did), crypto)}`);
  }

  referencesDigest(did: string, crypto: CryptoPort): string {
    return kept(this.#referenceDigests, did, () => `by ${did} ${listDigest(this.referencesBy(did), crypto)}`);
  }

  /** What of an answer was signed by the instant; the order in which a store gives its rows must not matter. */
  known(found: readonly Attestation[]): readonly Attestation[] {
    const { asOf } = this.ground;
    const signed = found.every(({ signedAt }) => signedAt <= asOf)
      ? found
      : found.filter(({ signedAt }) => signedAt <= asOf);
    return inOrderOnce(signed);
  }

  /** Attestations about a party; of those that one issuer gave of one type only the last. */
  current(did: string): readonly Attestation[] {
    return kept(this.#current, did, () => newest(this.about(did)));
  }

  /**
   * Attestations whose facts are believed, favourable or not: by an accredited attester, or by the party about itself where
   * that can only count against it. They stay believed when they are old: an organization dissolved stays dissolved.
   */
  believed(did: string): readonly Attestation[] {
    return kept(this.#believed, did, () =>
      this.current(did).filter(
        (one) =>
          proofFaults(one, this.ground.asOf).length === 0 &&
          (one.issuer === did || mayAttest(one, this.rules)),
      ),
    );
  }

  /** Who stands behind a party, its own word included: what it says of its owners can only count against itself. */
  ownership(did: string): Ownership {
    return kept(this.#ownerships, did, () => this.#ownership(did, this.believed(did)));
  }

  /** The same by accredited word alone: what joins several parties nobody may say but those who know. */
  attestedOwnership(did: string): Ownership {
    return kept(this.#attestedOwnerships, did, () => this.#ownership(did, this.#byOthers(did)));
  }

  ruleOf({ kind }: Attestation): KindRule | undefined {
    return kind && this.#kindRules.get(kind);
  }

  /** Reasons why an attestation does not count that lie in itself, whoever stands behind it. */
  faultsOf(attestation: Attestation): Refusal[] {
    const proof = proofFaults(attestation, this.ground.asOf);
    const rule = this.ruleOf(attestation);
    if (!rule) return [...proof, refuse('PARTY_KIND_UNRULED', { type: attestation.type })];
    return [
      ...proof,
      ...(rule.accredited ? attesterFaults(attestation, this.rules) : []),
      ...timeFaults(attestation, rule, this.rules),
      ...factFaults(attestation, this.ground.asOf.slice(0, 10) as CalendarDate),
    ];
  }

  #ownership(did: string, own: readonly Attestation[]): Ownership {
    const { controlPercent, ownershipDepth } = this.ground.policy.collusion;
    const believed = (one: string) => this.#byOthers(one);
    return ownershipOf(did, { percent: controlPercent, depth: ownershipDepth, own, believed });
  }

  #byOthers(did: string): readonly Attestation[] {
    const believed = this.believed(did);
    return believed.some(({ issuer }) => issuer === did)
      ? believed.filter(({ issuer }) => issuer !== did)
      : believed;
  }

  #freshSince(rule: KindRule): CalendarDate {
    return kept(this.#fresh, rule, () =>
      addDays(this.ground.asOf.slice(0, 10) as CalendarDate, -rule.freshForDays),
    );
  }
}

function listDigest(attestations: readonly Attestation[], crypto: CryptoPort): string {
  return digestBytes(crypto, utf8(attestations.map(({ digest }) => digest).join(' ')));
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Most stores keep them in order already: one look tells. */
function inOrderOnce(found: readonly Attestation[]): readonly Attestation[] {
  if (found.every((one, index) => index === 0 || (found[index - 1] as Attestation).digest < one.digest))
    return found;
  const ordered = found.toSorted(byDigest);
  return ordered.filter((one, index) => ordered[index - 1]?.digest !== one.digest);
}
