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
  /** The form of the field for what is typed short, such as a bare number. */
  readonly form?: (typed: JsonValue) => JsonValue;
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
  readonly asks: Ask[] = [];
  readonly refusals: Refusal[] = [];
  readonly crossChecks: CrossCheck[] = [];
  readonly #typed: Typed;
  readonly #typedValues: ReadonlyMap<Pointer, JsonValue>;
  readonly #used = new Set<Pointer>();
  readonly #provenance = new Map<Pointer, Provenance>();
  #made: ProvenanceMap | undefined;

  constructor(typed: Typed) {
    this.#typed = typed;
    this.#typedValues = new Map(Object.entries(typed.values));
  }

  /** Made when it is asked for: who derives an entry anew to compare it looks at its values only. */
  get provenance(): ProvenanceMap {
    this.#made ??= Object.fromEntries(this.#provenance);
    return this.#made;
  }

  /** Fills one field from the best candidate and answers the value taken; asks where there is none. */
  fill<T extends JsonValue>(
    pointer: Pointer,
    candidates: readonly Candidate<T>[],
    options: FillOptions = {},
  ): T | undefined {
    const order = ranked(candidates);
    const [best] = order;
    const raw = this.typed(pointer);
    const typed = raw !== undefined && raw !== null && options.form ? options.form(raw) : raw;
    if (typed !== undefined && !(best && sameJson(best.value, typed)))
      return this.#fillTyped(pointer, typed as T | null, best, options);
    if (best) return this.#put(pointer, best, order);
    if (options.ask) this.asks.push({ pointer, ...options.ask });
    return undefined;
  }

  /** What was typed for a field, and marks it as belonging to a field that exists. */
  typed(pointer: Pointer): JsonValue | undefined {
    const value = this.#typedValues.get(pointer);
    if (value !== undefined) this.#used.add(pointer);
    return value;
  }

  /** Typed values that belong to no field of this entry. */
  unused(): Pointer[] {
    return [...this.#typedValues.keys()].filter((pointer) => !this.#used.has(pointer));
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
      return this.#put(pointer, best, [best]);
    }
    const replaced = best && placeOf(best.provenance);
    this.#record(pointer, {
      class: 'typed',
      ...(this.#typed.by ? { by: this.#typed.by } : {}),
      ...(this.#typed.at ? { at: this.#typed.at } : {}),
      ...(replaced ? { replaces: replaced } : {}),
    });
    if (typed === null) return undefined;
    this.values.set(pointer, typed);
    return typed;
  }

  /** Takes the best of the candidates, which is the first; most fields have but one. */
  #put<T extends JsonValue>(pointer: Pointer, best: Candidate<T>, order: readonly Candidate<T>[]): T {
    if (order.length === 1) {
      this.values.set(pointer, best.value);
      this.#record(pointer, best.provenance);
      return best.value;
    }
    const others = order.slice(1);
    const agreeing = others.filter((other) => sameJson(other.value, best.value));
    const confirmedBy = agreeing.flatMap(({ provenance }) => placeOf(provenance) ?? []);
    this.values.set(pointer, best.value);
    this.#record(pointer, { ...best.provenance, ...(confirmedBy.length > 0 ? { confirmedBy } : {}) });
    for (const other of others) if (!agreeing.includes(other)) this.#differ(pointer, best, other);
    return best.value;
  }

  #record(pointer: Pointer, provenance: Provenance): void {
    this.#made = undefined;
    this.#provenance.set(pointer, provenance);
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
