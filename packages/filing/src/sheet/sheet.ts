import type { JsonValue, Pointer, Refusal } from '@portolan/kernel';
import type { Ask } from '../ask.ts';
import { filingCatalogue } from '../catalogue.ts';
import type { CrossCheck } from '../cross-check.ts';
import type { Provenance, ProvenanceMap, Source } from '../provenance.ts';
import { type Candidate, ranked } from './candidate.ts';
import { sameJson } from './same-json.ts';

export type Question = Omit<Ask, 'pointer'>;

export interface FillOptions {
  /** The law leaves the choice to the filer: a typed value wins over documents, and is recorded as typed. */
  readonly filerDecides?: boolean;
  /** Asked when no document and no person says it. */
  readonly ask?: Question;
}

/** The typed values of a draft and who typed them. */
export interface Typed {
  readonly values: Readonly<Record<Pointer, JsonValue>>;
  readonly by?: string;
  readonly at?: string;
}

/** An entry while it is being put together: values, provenance, open questions. */
export class Sheet {
  readonly values = new Map<Pointer, JsonValue>();
  readonly provenance: ProvenanceMap = {};
  readonly asks: Ask[] = [];
  readonly refusals: Refusal[] = [];
  readonly crossChecks: CrossCheck[] = [];
  readonly #typed: Typed;
  readonly #used = new Set<Pointer>();

  constructor(typed: Typed) {
    this.#typed = typed;
  }

  /** Fills one field from the best candidate and answers the value taken; asks where there is none. */
  fill<T extends JsonValue>(
    pointer: Pointer,
    candidates: readonly Candidate<T>[],
    options: FillOptions = {},
  ): T | undefined {
    const [best, ...others] = ranked(candidates);
    const typed = this.typed(pointer);
    if (typed !== undefined && !(best && sameJson(best.value, typed)))
      return this.#fillTyped(pointer, typed as T | null, best, options);
    if (best) return this.#put(pointer, best, others);
    if (options.ask) this.asks.push({ pointer, ...options.ask });
    return undefined;
  }

  /** What was typed for a field, and marks it as belonging to a field that exists. */
  typed(pointer: Pointer): JsonValue | undefined {
    this.#used.add(pointer);
    return this.#typed.values[pointer];
  }

  /** Typed values that belong to no field of this entry. */
  unused(): Pointer[] {
    return Object.keys(this.#typed.values).filter((pointer) => !this.#used.has(pointer));
  }

  refuse(refusal: Refusal): void {
    this.refusals.push(refusal);
  }

  #fillTyped<T extends JsonValue>(
    pointer: Pointer,
    typed: T | null,
    best: Candidate<T> | undefined,
    { filerDecides }: FillOptions,
  ): T | undefined {
    if (best && !filerDecides) {
      // What a document says is not typed again: a difference is for the document's author to mend.
      this.refuse(filingCatalogue.refuse('FILING_TYPED_AGAINST_DOCUMENT', { path: pointer }));
      return this.#put(pointer, best, []);
    }
    const replaced = best && placeOf(best.provenance);
    this.provenance[pointer] = {
      class: 'typed',
      ...(this.#typed.by ? { by: this.#typed.by } : {}),
      ...(this.#typed.at ? { at: this.#typed.at } : {}),
      ...(replaced ? { replaces: replaced } : {}),
    };
    if (typed === null) return undefined;
    this.values.set(pointer, typed);
    return typed;
  }

  #put<T extends JsonValue>(pointer: Pointer, best: Candidate<T>, others: readonly Candidate<T>[]): T {
    const agreeing = others.filter((other) => sameJson(other.value, best.value));
    const confirmedBy = agreeing.flatMap(({ provenance }) => placeOf(provenance) ?? []);
    this.values.set(pointer, best.value);
    this.provenance[pointer] = { ...best.provenance, ...(confirmedBy.length > 0 ? { confirmedBy } : {}) };
    for (const other of others) if (!agreeing.includes(other)) this.#differ(pointer, best, other);
    return best.value;
  }

  #differ(pointer: Pointer, best: Candidate, other: Candidate): void {
    const [taken, against] = [placeOf(best.provenance), placeOf(other.provenance)];
    if (taken && against)
      this.crossChecks.push({ pointer, taken, value: best.value, against, other: other.value });
  }
}

function placeOf({ document, pointer }: Provenance): Source | undefined {
  return document === undefined ? undefined : { document, pointer: pointer ?? '' };
}
