/** Items by key, so that joining costs one look-up for each item; keys keep the order in which items came. */
export class HashIndex<T> {
  readonly #byKey = new Map<string, T[]>();

  constructor(items: Iterable<T> = [], keysOf: (item: T) => Iterable<string> = () => []) {
    for (const item of items) for (const key of keysOf(item)) this.add(key, item);
  }

  add(key: string, item: T): void {
    const known = this.#byKey.get(key);
    if (known) known.push(item);
    else this.#byKey.set(key, [item]);
  }

  get(key: string): readonly T[] {
    return this.#byKey.get(key) ?? [];
  }

  /** The only item of a key; nothing when there is none or when several share it. */
  only(key: string): T | undefined {
    const found = this.#byKey.get(key);
    return found?.length === 1 ? found[0] : undefined;
  }
}
