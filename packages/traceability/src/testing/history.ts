import fc from 'fast-check';
import type { TraceEvent } from '../event/event.ts';
import { flow } from './events.ts';

interface Choice {
  readonly what: 'produce' | 'split' | 'blend' | 'fill' | 'tap' | 'lose';
  readonly first: number;
  readonly second: number;
  readonly share: number;
  readonly origin: 'CA' | 'US' | 'MX';
}

/**
 * Histories in which nothing contradicts itself: every draw takes a part of what is left, in the order of time. Nothing
 * that left the tank comes back into it: such a round can fit as a whole although a part of it, known first, leaves no room.
 */
export const history: fc.Arbitrary<TraceEvent[]> = fc
  .array(
    fc.record({
      what: fc.constantFrom('produce', 'split', 'blend', 'fill', 'tap', 'lose'),
      first: fc.nat(50),
      second: fc.nat(50),
      share: fc.integer({ min: 1, max: 9 }),
      origin: fc.constantFrom('CA', 'US', 'MX'),
    }) as fc.Arbitrary<Choice>,
    { minLength: 1, maxLength: 40 },
  )
  .map((choices) => new World().play(choices));

/** Integers of grams, so that every quantity of a history is exact. */
class World {
  readonly #lots = new Map<string, number>([]);
  readonly #events: TraceEvent[] = [];
  /** Lots with something in them that was in the tank. */
  readonly #tapped = new Set<string>();
  #minute = 0;

  play(choices: readonly Choice[]): TraceEvent[] {
    this.#produce({ what: 'produce', first: 0, second: 0, share: 5, origin: 'CA' });
    for (const choice of choices) this.#step(choice);
    return this.#events;
  }

  #step(choice: Choice): void {
    const lots = [...this.#lots].filter(([lot, left]) => left > 20 && lot !== 'tank');
    const one = lots[choice.first % Math.max(1, lots.length)];
    const other = lots[choice.second % Math.max(1, lots.length)];
    const tank = this.#lots.get('tank') ?? 0;
    if (choice.what === 'tap' && tank > 20) this.#flow('split', [['tank', part(tank, choice)]], this.#name());
    else if (!one || choice.what === 'produce') this.#produce(choice);
    else if (choice.what === 'lose') this.#flow('lose', [[one[0], part(one[1], choice)]]);
    else if (choice.what === 'fill' && !this.#tapped.has(one[0]))
      this.#flow('blend', [[one[0], part(one[1], choice)]], 'tank');
    else if (choice.what === 'blend' && other && other[0] !== one[0])
      this.#flow(
        'blend',
        [
          [one[0], part(one[1], choice)],
          [other[0], part(other[1], choice)],
        ],
        this.#name(),
      );
    else this.#flow('split', [[one[0], part(one[1], choice)]], this.#name());
  }

  #produce({ share, origin }: Choice): void {
    const lot = this.#name();
    const grams = share * 1117;
    this.#lots.set(lot, grams);
    const components = [{ key: `origin=${origin}`, amount: String(grams) }];
    this.#push({ kind: 'produce', outputs: [{ lot, quantity: String(grams), components }] });
  }

  #flow(kind: 'split' | 'blend' | 'lose', inputs: [string, number][], to?: string): void {
    const grams = inputs.reduce((sum, [, taken]) => sum + taken, 0);
    for (const [lot, taken] of inputs) this.#lots.set(lot, (this.#lots.get(lot) as number) - taken);
    if (to) this.#lots.set(to, (this.#lots.get(to) ?? 0) + grams);
    if (to && inputs.some(([lot]) => lot === 'tank' || this.#tapped.has(lot))) this.#tapped.add(to);
    this.#push({
      kind,
      inputs: inputs.map(([lot, taken]) => ({ lot, quantity: String(taken) })),
      outputs: to ? [{ lot: to, quantity: String(grams), pool: to === 'tank' }] : [],
      losses: [],
    });
  }

  #push(step: Omit<Parameters<typeof flow>[0], 'id' | 'at'>): void {
    const touchesTank = [...(step.inputs ?? []), ...(step.outputs ?? [])].some(({ lot }) => lot === 'tank');
    // Some share a moment; a tank is filled before it is drawn within one, so what leaves it can't come back in the same.
    if (touchesTank || this.#events.length % 2 === 0) this.#minute += 1;
    this.#events.push(flow({ ...step, id: `event ${this.#events.length}`, at: this.#minute, unit: 'GRM' }));
  }

  #name(): string {
    return `lot ${this.#events.length}`;
  }
}

function part(left: number, { share }: Choice): number {
  return Math.max(1, Math.floor((left * share) / 10));
}
