import type { Client } from '@portolan/contract';

/** Ways of payment, the usual one first. */
export const PAYMENTS = [
  ['periodic', 'Periodic monthly statement'],
  ['daily', 'Daily statement'],
  ['single', 'Single payment'],
] as const;

/** How a client pays: "Periodic monthly statement, own account (payment type 7)". */
export function paymentWords({ payment, account, paymentType }: Client): string {
  const name = PAYMENTS.find(([kind]) => kind === payment)?.[1] ?? payment;
  const whose = payment === 'single' ? '' : account === 'broker' ? ", broker's account" : ', own account';
  return `${name}${whose}${paymentType ? ` (payment type ${paymentType})` : ''}`;
}
