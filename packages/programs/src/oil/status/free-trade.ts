import { type Amount, amountOf, type Composition, textOf } from '@portolan/traceability';
import type { StatusRule } from '../facts/status-rules.ts';
import { lotVector, type VectorPart } from './lot-vector.ts';

/** Whether a volume of this make-up is originating, and why; who held what on the way has no part in it. */
export interface StatusVerdict {
  readonly state: 'free' | 'broken' | 'unproved';
  readonly reason: string;
  /** Whether crude of the importing country is in it. */
  readonly returns: boolean;
}

/**
 * Decides on exact amounts. Crude and products must be originating; diluent that is not proved to be is disregarded up to the
 * limit of the rule, of the whole volume. One barrel of crude from elsewhere breaks the whole of what it was mixed into.
 */
export function freeTradeStatus(composition: Composition, rule: StatusRule | undefined): StatusVerdict {
  const { parts, total } = lotVector(composition);
  if (!rule || total === 0n)
    return {
      state: 'unproved',
      reason: rule ? 'The papers at hand do not say what it is made of.' : 'No agreement is in force.',
      returns: false,
    };
  const isOriginating = ({ country }: VectorPart) =>
    country !== undefined && rule.originating.includes(country);
  // Diluent is disregarded for what it dilutes; alone it is a liquid like any other.
  const alone = parts.every(({ role }) => role === 'diluent');
  const foreign = parts.filter((part) => (alone || part.role !== 'diluent') && !isOriginating(part));
  const diluent = parts.filter((part) => !alone && part.role === 'diluent' && !isOriginating(part));
  const returns = parts.some(({ country }) => country === rule.home);
  const elsewhere = foreign.filter(({ country }) => country !== undefined);
  if (elsewhere.length > 0)
    return {
      state: 'broken',
      reason: `It holds ${listed(elsewhere, total)}, commingled with the rest (${rule.comminglingCite}).`,
      returns,
    };
  const share = amountOfParts(diluent);
  if (isAbove(share, rule.diluentAtMost, total))
    return {
      state: 'broken',
      reason: `Diluent of unproved origin is ${percentOf(share, total, 'up')} percent of its volume, above ${rule.diluentAtMost} percent (${rule.diluentCite}).`,
      returns,
    };
  if (foreign.length > 0)
    return {
      state: 'unproved',
      reason: `Nobody has proved where ${percentOf(amountOfParts(foreign), total)} percent of it is from, which is no diluent.`,
      returns,
    };
  const disregarded =
    share === 0n
      ? ''
      : ` Diluent of unproved origin, ${percentOf(share, total, 'up')} percent, is disregarded (${rule.diluentCite}).`;
  return {
    state: 'free',
    reason: `All crude is of ${rule.agreement} countries (HTSUS general note 11).${disregarded}`,
    returns,
  };
}

function amountOfParts(parts: readonly VectorPart[]): Amount {
  return parts.reduce((sum, { amount }) => sum + amount, 0n);
}

/** Whether a part is more than so many percent of the whole, to the last unit. */
function isAbove(part: Amount, percent: string, whole: Amount): boolean {
  const limit = amountOf(percent);
  return limit.ok && part * 100n * ONE > limit.value * whole;
}

const ONE = 10n ** 15n;
const PLACES = 1000n;

/** Percent with three places; what is above a limit is never shown as the limit. */
export function percentOf(part: Amount, whole: Amount, rounding: 'up' | 'nearest' = 'nearest'): string {
  if (whole === 0n) return '0';
  const scaled = part * 100n * PLACES;
  const steps = rounding === 'up' ? (scaled + whole - 1n) / whole : (scaled * 2n + whole) / (whole * 2n);
  return textOf((steps * ONE) / PLACES);
}

function listed(parts: readonly VectorPart[], total: Amount): string {
  return parts
    .map(({ amount, country }) => `${percentOf(amount, total)} percent of ${country}`)
    .join(' and ');
}
