import { nameKeys } from '../name/keys.ts';
import type { Attestation } from './attestation.ts';

/** Where a standing looks things up. Every answer is the whole of what is known, in any order. */
export interface EvidenceSource {
  about(did: string): readonly Attestation[];
  /** References that a party gave to its trading partners: where rings of mutual vouching are looked for. */
  referencesBy(did: string): readonly Attestation[];
  /** Attestations that carry an identifier. */
  holding(scheme: string, value: string): readonly Attestation[];
  /** Attestations about parties whose name looks or sounds like it: by a key of `nameKeys`. */
  named(key: string): readonly Attestation[];
}

const NONE: readonly Attestation[] = [];

/** Identifiers that belong to one party at a time. A GS1 prefix or tax number without country does not tell enough. */
export const uniqueSchemes: ReadonlySet<string> = new Set([
  'lei',
  'duns',
  'gln',
  'importer-number',
  'filer-code',
]);

/** An index in memory over any number of attestations; additions are seen at once. */
export class EvidenceIndex implements EvidenceSource {
  readonly #about = new Map<string, Attestation[]>();
  readonly #by = new Map<string, Attestation[]>();
  readonly #holding = new Map<string, Attestation[]>();
  readonly #named = new Map<string, Attestation[]>();
  readonly #keys = new Map<string, readonly string[]>();
  #size = 0;

  constructor(attestations: Iterable<Attestation> = []) {
    for (const attestation of attestations) this.add(attestation);
  }

  get size(): number {
    return this.#size;
  }

  add(attestation: Attestation): void {
    const { subject, issuer, party } = attestation;
    push(this.#about, subject, attestation);
    if (attestation.kind === 'trading-partner') push(this.#by, issuer, attestation);
    for (const { scheme, value } of party.identifiers)
      if (uniqueSchemes.has(scheme)) push(this.#holding, `${scheme} ${value}`, attestation);
    for (const key of this.#keysOf(party.name)) push(this.#named, key, attestation);
    this.#size += 1;
  }

  about(did: string): readonly Attestation[] {
    return this.#about.get(did) ?? NONE;
  }

  referencesBy(did: string): readonly Attestation[] {
    return this.#by.get(did) ?? NONE;
  }

  holding(scheme: string, value: string): readonly Attestation[] {
    return this.#holding.get(`${scheme} ${value}`) ?? NONE;
  }

  named(key: string): readonly Attestation[] {
    return this.#named.get(key) ?? NONE;
  }

  /** Everybody that some attestation is about. */
  subjects(): Iterable<string> {
    return this.#about.keys();
  }

  #keysOf(name: string): readonly string[] {
    const known = this.#keys.get(name);
    if (known) return known;
    const keys = nameKeys(name);
    this.#keys.set(name, keys);
    return keys;
  }
}

/** Lists are kept in the order of digests, in which standings read them. */
function push(map: Map<string, Attestation[]>, key: string, attestation: Attestation): void {
  const list = map.get(key);
  if (!list) map.set(key, [attestation]);
  else if ((list.at(-1) as Attestation).digest < attestation.digest) list.push(attestation);
  else list.splice(placeOf(list, attestation.digest), 0, attestation);
}

function placeOf(list: readonly Attestation[], digest: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Attestation).digest < digest) low = middle + 1;
    else high = middle;
  }
  return low;
}
