import { type Attestation, EvidenceIndex, type EvidenceSource } from '@portolan/parties';

/** What was asked of a source and not found. */
export interface Asked {
  readonly about: readonly string[];
  readonly referencesBy: readonly string[];
  readonly holding: readonly string[];
  readonly named: readonly string[];
}

type Part = keyof Asked;
const parts: readonly Part[] = ['about', 'referencesBy', 'holding', 'named'];

/** A source that holds what was read so far, and notes what it was asked beyond that. */
export class LoadedSource implements EvidenceSource {
  readonly #index = new EvidenceIndex();
  readonly #digests = new Set<string>();
  readonly #loaded: Readonly<Record<Part, Set<string>>>;
  #missing: Readonly<Record<Part, Set<string>>>;

  constructor() {
    this.#loaded = emptySets();
    this.#missing = emptySets();
  }

  about(did: string): readonly Attestation[] {
    return this.#has('about', did) ? this.#index.about(did) : [];
  }

  referencesBy(did: string): readonly Attestation[] {
    return this.#has('referencesBy', did) ? this.#index.referencesBy(did) : [];
  }

  holding(scheme: string, value: string): readonly Attestation[] {
    return this.#has('holding', `${scheme} ${value}`) ? this.#index.holding(scheme, value) : [];
  }

  named(key: string): readonly Attestation[] {
    return this.#has('named', key) ? this.#index.named(key) : [];
  }

  /** What was asked since the last load and not found; undefined when all was there. */
  missing(): Asked | undefined {
    const missing = this.#missing;
    if (parts.every((part) => missing[part].size === 0)) return undefined;
    const list = (part: Part) => [...missing[part]];
    return {
      about: list('about'),
      referencesBy: list('referencesBy'),
      holding: list('holding'),
      named: list('named'),
    };
  }

  /** Takes in everything that answers what was missing. */
  load(asked: Asked, attestations: readonly Attestation[]): void {
    for (const attestation of attestations) {
      const key = `${attestation.subject} ${attestation.digest}`;
      if (this.#digests.has(key)) continue;
      this.#digests.add(key);
      this.#index.add(attestation);
    }
    for (const part of parts) for (const key of asked[part]) this.#loaded[part].add(key);
    this.#missing = emptySets();
  }

  #has(part: Part, key: string): boolean {
    if (this.#loaded[part].has(key)) return true;
    this.#missing[part].add(key);
    return false;
  }
}

function emptySets(): Record<Part, Set<string>> {
  return { about: new Set(), referencesBy: new Set(), holding: new Set(), named: new Set() };
}
