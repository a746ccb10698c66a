import { unitInfo } from '@portolan/kernel';

/** '2026-06-12 15:04 UTC'. */
export function when(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** '$12,345.60' for an amount in US dollars. */
export function dollars(amount: string): string {
  const [whole = '', cents] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount.startsWith('-') ? '-' : ''}$${grouped}${cents ? `.${cents}` : ''}`;
}

/** '1000 kg'. */
export function measured({ value, unit }: { readonly value: string; readonly unit: string }): string {
  const info = unitInfo(unit);
  return `${value} ${info?.symbol || info?.name || unit}`;
}

/** '0709.60.40.65' as the tariff prints it. */
export function tariffNumber(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8)]
    .filter(Boolean)
    .join('.');
}

/** A long identifier with its middle left out. */
export function shortened(text: string, length = 24): string {
  if (text.length <= length) return text;
  const end = Math.floor((length - 1) / 3);
  return `${text.slice(0, length - 1 - end)}…${text.slice(-end)}`;
}

/** '3 lines', '1 line'. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
