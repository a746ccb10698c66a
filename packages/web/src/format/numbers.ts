import { unitInfo } from '@portolan/kernel';

/** Groups the whole part of a decimal string by thousands; the digits themselves are never touched. */
export function groupDigits(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!match) return decimal;
  const whole = (match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${match[1]}${whole}${match[3] ?? ''}`;
}

/** Money with its currency: `1,234.50 USD`. */
export function formatMoney(amount: string, currency = 'USD'): string {
  return `${groupDigits(amount)} ${currency}`;
}

/** The trade's name of a unit of UN/ECE Recommendation 20: `KGM` becomes `kilogram`. */
export function unitName(code: string): string {
  return unitInfo(code)?.name ?? code;
}

/** A quantity with its unit in words: `12,000 KGM (kilogram)`. */
export function formatQuantity(quantity: { value: string; unit: string }): string {
  const name = unitName(quantity.unit);
  const shown = groupDigits(quantity.value);
  return name === quantity.unit ? `${shown} ${quantity.unit}` : `${shown} ${name} (${quantity.unit})`;
}

/** A count with its noun: `1 line`, `4 lines`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${groupDigits(String(count))} ${count === 1 ? noun : plural}`;
}
