import { plainNumber } from '../compare/number.ts';
import { compareParties } from '../compare/party.ts';
import type { NamedParty } from '../schema/named-party.ts';
import { HashIndex } from './hash-index.ts';
import type { Paper } from './paper.ts';
import { type StandingOrder, standingOrder } from './standing-order.ts';

/** The orders at hand, to be asked which of them a paper means by a number. */
export class Orders {
  readonly all: readonly StandingOrder[];
  readonly #byNumber: HashIndex<StandingOrder>;

  constructor(papers: readonly Paper[]) {
    const orders = papers.filter(({ stage }) => stage === 'order');
    const plain = new HashIndex(orders, ({ number }) => [plainNumber(number)]);
    const changes = new HashIndex<Paper>();
    for (const change of papers.filter(({ stage }) => stage === 'change'))
      for (const number of change.orderNumbers)
        for (const order of meant(plain.get(plainNumber(number)), change)) changes.add(order.id, change);
    this.all = orders.map((order) => standingOrder(order, changes.get(order.id)));
    this.#byNumber = new HashIndex(this.all, ({ order }) => [plainNumber(order.number)]);
  }

  /** The orders that a paper means by a number: one, unless two buyers use the same and nothing tells them apart. */
  named(number: string, paper: Paper): readonly StandingOrder[] {
    const candidates = this.#byNumber.get(plainNumber(number));
    const papers = meant(
      candidates.map(({ order }) => order),
      paper,
    );
    return candidates.filter(({ order }) => papers.includes(order));
  }
}

/** Stages whose parties are those of the order; carriers and packers may name others. */
const strict = new Set(['change', 'confirmation', 'invoice', 'credit']);

/** Numbers of two buyers can be equal by chance: where a paper names parties, one of them must be the order's. */
function meant(orders: readonly Paper[], paper: Paper): readonly Paper[] {
  if (orders.length === 0 || (!paper.seller && !paper.buyer)) return orders;
  const fitting = orders.filter(
    (order) => same(order.seller, paper.seller) || same(order.buyer, paper.buyer),
  );
  return fitting.length > 0 || strict.has(paper.stage) ? fitting : orders;
}

function same(left: NamedParty | undefined, right: NamedParty | undefined): boolean {
  if (!left || !right) return false;
  const { kind } = compareParties(left, right);
  return kind === 'same' || kind === 'renamed';
}
