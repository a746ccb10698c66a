/** Disjoint sets of names, joined as it is learned that two belong together. */
export class UnionFind {
  readonly #parents = new Map<string, string>();

  /** The least name of the set, so that the answer does not depend on the order of joining. */
  find(name: string): string {
    let root = name;
    for (let next = this.#parents.get(root); next !== undefined && next !== root; next = this.#parents.get(root))
      root = next;
    for (let at = name; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [left, right] = [this.find(a), this.find(b)];
    if (left < right) this.#parents.set(right, left);
    else if (right < left) this.#parents.set(left, right);
  }
}
