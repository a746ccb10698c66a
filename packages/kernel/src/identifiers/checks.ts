import { kernelCatalogue } from '../catalogue.ts';
import { ok, type Result, refused } from '../refusal/result.ts';

/** How one kind of identifier is written and checked. */
export interface IdentifierRule {
  readonly name: string;
  /** The form in words, for the refusal. */
  readonly form: string;
  readonly pattern: RegExp;
  /** Whether the check digits are right; absent where the identifier has none. */
  readonly check?: (text: string) => boolean;
}

export type IdentifierCheck = (text: unknown, path?: string) => Result<string>;

export function identifierCheck({ name, form, pattern, check }: IdentifierRule): IdentifierCheck {
  return (text, path = '') => {
    const shown = String(text).slice(0, 40);
    if (typeof text !== 'string' || !pattern.test(text))
      return refused(
        kernelCatalogue.refuse('KERNEL_IDENTIFIER_FORM', { path, params: { text: shown, name, form } }),
      );
    if (check && !check(text))
      return refused(
        kernelCatalogue.refuse('KERNEL_IDENTIFIER_CHECK', { path, params: { text: shown, name } }),
      );
    return ok(text);
  };
}

/** GS1 modulo 10 over the whole number, check digit last: weights 3 and 1 from the right (GS1 General Specifications 7.9). */
export function gs1Mod10(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1)
    sum += Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10 with letters as 10 to 35, as the LEI uses it (ISO 17442). */
export function iso7064Mod97(text: string): boolean {
  let remainder = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** Sum of the digits of a number weighted one by one. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}
