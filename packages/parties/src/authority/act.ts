import type { Power } from '@portolan/documents';
import { Decimal, type Instant, type Money } from '@portolan/kernel';
import type { Reach } from './narrows.ts';

/** Something that is to be done in somebody's name. */
export interface PowerUse {
  readonly power: Power;
  /** In whose name: the importer of record. */
  readonly principal: string;
  /** The organization that acts: the broker. */
  readonly actor: string;
  /** The person who signs for the actor, where one is named. */
  readonly person?: string;
  readonly at: Instant;
  readonly port?: string;
  readonly entryType?: string;
  readonly enteredValue?: Money;
}

/** By how much an act goes beyond what a power reaches; undefined where it stays within. */
export function beyond({ powers, limits }: Reach, use: PowerUse): string | undefined {
  if (!powers.includes(use.power)) return `the power "${use.power}" is not granted`;
  const { ports, entryTypes, maximumEntryValue } = limits;
  if (ports && use.port !== undefined && !ports.includes(use.port))
    return `port ${use.port} is not among ${ports.join(', ')}`;
  if (entryTypes && use.entryType !== undefined && !entryTypes.includes(use.entryType))
    return `entry type ${use.entryType} is not among ${entryTypes.join(', ')}`;
  if (!maximumEntryValue || !use.enteredValue) return undefined;
  const { amount, currency } = use.enteredValue;
  if (currency !== maximumEntryValue.currency) return `its highest value is in ${maximumEntryValue.currency}`;
  return Decimal.of(amount).gt(Decimal.of(maximumEntryValue.amount))
    ? `the value ${amount} is above ${maximumEntryValue.amount} ${currency}`
    : undefined;
}
