import Big from 'big.js';
import { kernelCatalogue } from '../catalogue.ts';
import type { Refusal } from '../refusal/refusal.ts';
import { ok, type Result, refused } from '../refusal/result.ts';

export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

// A constructor of our own: strict refuses floats, and nobody else's settings reach our numbers.
const Exact = Big();
Exact.strict = true;
Exact.NE = -1000;
Exact.PE = 1000;

const ROUNDING: Record<Rounding, 0 | 1 | 2 | 3> = { down: 0, 'half-up': 1, 'half-even': 2, up: 3 };
const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** Longest text read as a number: no price, quantity or rate of the trade comes near. */
const MAX_DIGITS = 40;

/** An exact decimal number. Only division and rounding lose digits, and both name places and rounding. */
export class Decimal {
  readonly #big: Big;

  private constructor(big: Big) {
    this.#big = big;
  }

  static readonly zero = new Decimal(new Exact('0'));

  /** From our own text, integer or bigint; throws on anything else, since that is a bug. */
  static of(value: string | number | bigint): Decimal {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error(`not exact: ${value}`);
    return new Decimal(new Exact(String(value)));
  }

  plus(other: Decimal): Decimal {
    return new Decimal(this.#big.plus(other.#big));
  }
  minus(other: Decimal): Decimal {
    return new Decimal(this.#big.minus(other.#big));
  }
  times(other: Decimal): Decimal {
    return new Decimal(this.#big.times(other.#big));
  }
  negated(): Decimal {
    return Decimal.zero.minus(this);
  }
  abs(): Decimal {
    return new Decimal(this.#big.abs());
  }

  /** The quotient rounded to `places` decimal places. */
  dividedBy(other: Decimal, places: number, rounding: Rounding): Decimal {
    // big.js reads precision from the constructor; one call sets and uses it without yielding.
    Exact.DP = places;
    Exact.RM = ROUNDING[rounding];
    return new Decimal(this.#big.div(other.#big));
  }

  round(places: number, rounding: Rounding): Decimal {
    return new Decimal(this.#big.round(places, ROUNDING[rounding]));
  }

  cmp(other: Decimal): -1 | 0 | 1 {
    return this.#big.cmp(other.#big);
  }
  eq(other: Decimal): boolean {
    return this.#big.eq(other.#big);
  }
  lt(other: Decimal): boolean {
    return this.#big.lt(other.#big);
  }
  lte(other: Decimal): boolean {
    return this.#big.lte(other.#big);
  }
  gt(other: Decimal): boolean {
    return this.#big.gt(other.#big);
  }
  gte(other: Decimal): boolean {
    return this.#big.gte(other.#big);
  }
  isZero(): boolean {
    // Digits without leading zeros: only zero begins with one.
    return this.#big.c[0] === 0;
  }
  isNegative(): boolean {
    return this.#big.s < 0 && !this.isZero();
  }
  /** Number of decimal places needed to write the value exactly. */
  places(): number {
    // Digits without trailing zeros, the first of them standing for 10 to the power of e.
    return this.isZero() ? 0 : Math.max(0, this.#big.c.length - 1 - this.#big.e);
  }

  static min(first: Decimal, ...rest: Decimal[]): Decimal {
    return rest.reduce((least, next) => (next.lt(least) ? next : least), first);
  }
  static max(first: Decimal, ...rest: Decimal[]): Decimal {
    return rest.reduce((most, next) => (next.gt(most) ? next : most), first);
  }

  /** Plain digits, never an exponent; zero has no sign. */
  toString(): string {
    return this.isZero() ? '0' : this.#big.toFixed();
  }
  /** With exactly `places` decimals; refuses to lose a digit: round first. */
  toFixed(places: number): string {
    if (this.places() > places)
      throw new Error(`${this.toString()} has more than ${places} places: round it first`);
    const text = this.#big.toFixed(places);
    return this.isZero() ? text.replace('-', '') : text;
  }
  toJSON(): string {
    return this.toString();
  }
}

/** Whether a value is a decimal as it stands in a document. */
export function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_DIGITS && PLAIN.test(value);
}

/** Reads a decimal as it stands in a document: `-12.50`. Refuses exponents, separators, signs of currency and blanks. */
export function parseDecimal(text: unknown, path = ''): Result<Decimal> {
  return isDecimal(text) ? ok(Decimal.of(text)) : refused(noDecimal(text, path));
}

/** The refusal of a value that is no decimal. */
export function noDecimal(value: unknown, path: string): Refusal {
  const text = typeof value === 'string' ? value.slice(0, MAX_DIGITS) : typeof value;
  return kernelCatalogue.refuse('KERNEL_DECIMAL_INVALID', { path, params: { text } });
}

export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let sum: Decimal | undefined;
  for (const value of values) sum = sum ? sum.plus(value) : value;
  return sum ?? Decimal.zero;
}
