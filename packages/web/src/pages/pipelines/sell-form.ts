import type { KnownParty } from '@portolan/contract';
import type { TitleTransfer } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import { instantAt } from './meter-clock.ts';

/** A transfer of title as it is typed. */
export interface SaleFields {
  readonly number: string;
  readonly batch: string;
  /** Barrels at 60 °F; empty for all that the seller has. */
  readonly volume: string;
  /** By the clock of the meter. */
  readonly moment: string;
  readonly tradeDate: string;
  readonly contract: string;
  readonly price: string;
}

const mends = {
  '/number': ['The transfer has no number.', 'Give it a number of your own; a correction names it.'],
  '/batch': ['No batch is chosen.', 'Choose the batch of which title passes.'],
  '/buyer': ['No buyer is chosen.', 'Search for the buyer, and choose it.'],
  '/effectiveAt': [
    'The moment is no time of this clock.',
    'Write day and hour, such as 2026-05-05 12:00, by the clock of the meter; one hour of the year is left out.',
  ],
} as const;

/**
 * The transfer that the fields say, or why there is none yet; what a node refuses beyond that it says itself. An empty field is a
 * member that is left out.
 */
export function transferOf(
  fields: SaleFields,
  seller: TitleTransfer['seller'],
  buyer: KnownParty | undefined,
  { line, zone }: { readonly line: string; readonly zone: string },
): { document: TitleTransfer } | { refusals: Refusal[] } {
  const { batch, contract, moment, number, price, tradeDate, volume } = trimmed(fields);
  const effectiveAt = instantAt(moment, zone);
  const missing = (
    [
      ['/number', number !== ''],
      ['/batch', batch !== ''],
      ['/effectiveAt', effectiveAt !== undefined],
      ['/buyer', buyer !== undefined],
    ] as const
  ).filter(([, there]) => !there);
  if (missing.length > 0 || !buyer || effectiveAt === undefined)
    return { refusals: missing.map(([path]) => missingField(path)) };
  return {
    document: {
      ...{ number, line, seller, buyer: { name: buyer.name, did: buyer.did }, batch, effectiveAt },
      ...(volume && { volume: { value: volume.replaceAll(',', ''), unit: 'BLL', base: '60F' } }),
      ...(tradeDate && { tradeDate }),
      ...(contract && { contract }),
      ...(price && { price: { amount: price, currency: 'USD' } }),
    },
  };
}

function missingField(path: keyof typeof mends): Refusal {
  const [message, mend] = mends[path];
  return { code: 'WEB_SALE_INCOMPLETE', path, fault: 'sender', message, mend };
}

function trimmed(fields: SaleFields): SaleFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.trim()]),
  ) as unknown as SaleFields;
}
