import type { OrderSummary } from '@portolan/contract';

/** How far an order has come, in words. */
export const standings: readonly (readonly [value: string, words: string])[] = [
  ['ordered', 'Ordered'],
  ['confirmed', 'Confirmed'],
  ['invoiced', 'Invoiced'],
  ['part-shipped', 'Shipped in part'],
  ['shipped', 'Shipped'],
  ['part-arrived', 'Arrived in part'],
  ['arrived', 'Arrived'],
  ['part-entered', 'Entered in part'],
  ['entered', 'Entered'],
  ['cancelled', 'Cancelled'],
];

const words = new Map(standings);

export function standingWords(standing: string): string {
  return words.get(standing) ?? standing;
}

/** What somebody has to do about an order. */
export function attention({ refer, warn }: Pick<OrderSummary, 'refer' | 'warn'>): {
  tone: string;
  text: string;
} {
  if (refer > 0) return { tone: 'bad', text: `${refer} to decide` };
  if (warn > 0) return { tone: 'wait', text: `${warn} to look at` };
  return { tone: 'good', text: 'Papers agree' };
}

/** The stations of an order, in words. */
export const stageWords: Readonly<Record<string, string>> = {
  order: 'Order',
  change: 'Change of the order',
  confirmation: 'Confirmation',
  invoice: 'Invoice',
  credit: 'Credit or debit note',
  packing: 'Packing list',
  instructions: 'Shipping instructions',
  despatch: 'Despatch advice',
  transport: 'Transport document',
  manifest: 'Manifest',
  status: 'Status of transport',
  arrival: 'Arrival notice',
  entry: 'Entry',
  release: 'Release',
  summary: 'Entry summary',
  amendment: 'Amendment',
  correction: 'Correction',
  liquidation: 'Liquidation',
};

export const strengthWords: Readonly<Record<string, string>> = {
  stated: 'One names the other',
  matched: 'Same item, lot or booking',
  inferred: 'Nothing speaks against it',
};
