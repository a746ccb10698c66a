import {
  convertQuantity,
  Decimal,
  type Money,
  parseDecimal,
  type Quantity,
  type Refusal,
} from '@portolan/kernel';
import { tariffCatalogue } from '../../catalogue.ts';

/** Collects the refusals of a worksheet while its figures are read; amounts must all be in one currency. */
export class Figures {
  readonly refusals: Refusal[] = [];
  currency: string | undefined;

  /** An amount that is zero or more; undefined where none is given or it is refused. */
  amount(value: Money | undefined, what: string, path: string, above = false): Decimal | undefined {
    if (value === undefined) return undefined;
    this.currency ??= value.currency;
    if (value.currency !== this.currency)
      this.refuse('TARIFF_ORIGIN_CURRENCY_MIXED', `${path}/currency`, {
        left: this.currency,
        right: value.currency,
      });
    const amount = parseDecimal(value.amount);
    if (amount.ok && !amount.value.isNegative() && !(above && amount.value.isZero())) return amount.value;
    this.refuse('TARIFF_ORIGIN_AMOUNT_INVALID', `${path}/amount`, {
      what,
      amount: value.amount,
      rule: above ? 'a decimal above zero' : 'a decimal, zero or more',
    });
    return undefined;
  }

  /** A quantity in a base unit: kilograms for weights, cubic meters for volumes. */
  measure(value: Quantity | undefined, unit: 'KGM' | 'MTQ', what: string, path: string): Decimal | undefined {
    if (value === undefined) return undefined;
    const amount = parseDecimal(value.value);
    if (!amount.ok || amount.value.isNegative()) {
      const params = { what, amount: value.value, rule: 'a decimal, zero or more' };
      this.refuse('TARIFF_ORIGIN_AMOUNT_INVALID', `${path}/value`, params);
      return undefined;
    }
    const converted = convertQuantity(value, unit);
    if (converted.ok) return Decimal.of(converted.value.value);
    this.refuse('TARIFF_ORIGIN_UNIT_MIXED', `${path}/unit`, { what, given: value.unit, unit });
    return undefined;
  }

  refuse(
    code: Parameters<typeof tariffCatalogue.refuse>[0],
    path: string,
    params: Readonly<Record<string, string | number>>,
  ): void {
    this.refusals.push(tariffCatalogue.refuse(code, { path, params }));
  }
}

/** Digits of a tariff number; undefined where there are fewer than six. */
export function classified(hs: string | undefined): string | undefined {
  const digits = hs?.replaceAll('.', '');
  return digits !== undefined && digits.length >= 6 && digits.length <= 10 ? digits : undefined;
}
