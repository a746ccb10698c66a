import { plainName } from '../compare/name.ts';
import { plainNumber } from '../compare/number.ts';
import { HashIndex } from './hash-index.ts';
import type { PaperLine } from './paper.ts';
import type { StandingLine, StandingOrder } from './standing-order.ts';
import type { EdgeStrength } from './types.ts';

/** A line of an order that another line speaks of, and by what this was seen. */
export interface FoundLine {
  readonly line: StandingLine;
  readonly by: string;
  readonly strength: EdgeStrength;
}

/** A reason to take two lines for the same goods, strongest first. */
interface Rule {
  readonly by: string;
  readonly strength: EdgeStrength;
  readonly ordered: (line: StandingLine) => string | undefined;
  readonly later: (line: PaperLine) => string | undefined;
}

const rules: readonly Rule[] = [
  {
    by: 'it names the order line',
    strength: 'stated',
    ordered: ({ number }) => plainNumber(number),
    later: ({ orderLine }) => orderLine && plainNumber(orderLine),
  },
  {
    by: 'the same trade item number',
    strength: 'matched',
    ordered: ({ gtin }) => gtin?.padStart(14, '0'),
    later: ({ gtin }) => gtin?.padStart(14, '0'),
  },
  {
    by: 'the same item number',
    strength: 'matched',
    ordered: ({ sku }) => sku && plainNumber(sku),
    later: ({ sku }) => sku && plainNumber(sku),
  },
  {
    by: 'the same description',
    strength: 'inferred',
    ordered: ({ description }) => plainName(description),
    later: ({ description }) => description && plainName(description),
  },
];

/** The lines of one order, to be asked which of them a line of a later paper speaks of. */
export class OrderLines {
  readonly #lines: readonly StandingLine[];
  readonly #indexes: readonly HashIndex<StandingLine>[];

  constructor({ lines }: StandingOrder) {
    this.#lines = lines;
    this.#indexes = rules.map(({ ordered }) => new HashIndex(lines, (line) => keyList(ordered(line))));
  }

  /**
   * The order line of a later line, by the first rule that finds exactly one: a key that several order lines share says
   * nothing. `alone` says that the later paper has no other line, so that the only line of both is the same.
   */
  find(later: PaperLine, alone: boolean): FoundLine | undefined {
    for (const [rank, rule] of rules.entries()) {
      const key = rule.later(later);
      const line = key === undefined ? undefined : this.#indexes[rank]?.only(key);
      if (line) return { line, by: rule.by, strength: rule.strength };
    }
    const [only] = this.#lines;
    if (!alone || !only || this.#lines.length > 1) return undefined;
    return { line: only, by: 'the only line of both', strength: 'inferred' };
  }
}

function keyList(key: string | undefined): readonly string[] {
  return key === undefined || key === '' ? [] : [key];
}
