import type { Amount } from '../amount/amount.ts';

/**
 * The running balance of a pool over time, for deposits and draws that are entered in any order: a segment tree over
 * the moments at which something may happen, each node with the sum of its part and the least running sum within it.
 */
export class PoolBook {
  readonly #size: number;
  readonly #sum: Amount[];
  readonly #least: Amount[];

  constructor(moments: number) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, moments)));
    this.#sum = new Array(2 * this.#size).fill(0n);
    this.#least = new Array(2 * this.#size).fill(0n);
  }

  /** Enters an amount at a moment: above zero for a deposit, below for a draw. */
  enter(moment: number, amount: Amount): void {
    let node = this.#size + moment;
    const sum = (this.#sum[node] as Amount) + amount;
    this.#sum[node] = sum;
    this.#least[node] = sum;
    for (node >>= 1; node >= 1; node >>= 1) {
      const [left, right] = [2 * node, 2 * node + 1];
      this.#sum[node] = (this.#sum[left] as Amount) + (this.#sum[right] as Amount);
      this.#least[node] = least(
        this.#least[left] as Amount,
        (this.#sum[left] as Amount) + (this.#least[right] as Amount),
      );
    }
  }

  /** What can be drawn at a moment without the balance ever falling below zero from then on. */
  available(moment: number): Amount {
    let node = this.#size + moment;
    let best = this.#least[node] as Amount;
    for (; node > 1; node >>= 1) {
      const sibling = node ^ 1;
      if (node % 2 === 1) best += this.#sum[sibling] as Amount;
      else best = least(best, (this.#sum[node] as Amount) + (this.#least[sibling] as Amount));
    }
    return best;
  }
}

function least(a: Amount, b: Amount): Amount {
  return a < b ? a : b;
}
