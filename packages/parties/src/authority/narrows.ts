import { Decimal } from '@portolan/kernel';
import type { PowerLimits } from '../schema/person.ts';
import type { SignedPower } from './power.ts';

/** What the holder of a power may do: the powers, and how far each link of its chain lets them reach. */
export interface Reach {
  readonly powers: readonly string[];
  readonly limits: PowerLimits;
  readonly from: string;
  readonly until?: string;
}

/** How a delegation gives more than it comes from; undefined where it only narrows. What it does not say it inherits. */
export function widening(parent: Reach, child: SignedPower): string | undefined {
  const extra = child.powers.find((power) => !parent.powers.includes(power));
  if (extra !== undefined) return `the power "${extra}" is not its to give`;
  if (child.from < parent.from) return `it begins on ${child.from}, before ${parent.from}`;
  if (parent.until !== undefined && child.until !== undefined && child.until > parent.until)
    return `it ends on ${child.until}, after ${parent.until}`;
  return (
    outside('port', parent.limits.ports, child.limits.ports) ??
    outside('entry type', parent.limits.entryTypes, child.limits.entryTypes) ??
    above(parent.limits, child.limits)
  );
}

/** What is left of a power once it was passed on. */
export function narrowed(parent: Reach, child: SignedPower): Reach {
  const until = [parent.until, child.until].filter((day) => day !== undefined).sort()[0];
  const ports = child.limits.ports ?? parent.limits.ports;
  const entryTypes = child.limits.entryTypes ?? parent.limits.entryTypes;
  const maximumEntryValue = child.limits.maximumEntryValue ?? parent.limits.maximumEntryValue;
  return {
    powers: child.powers,
    limits: {
      ...(ports ? { ports } : {}),
      ...(entryTypes ? { entryTypes } : {}),
      ...(maximumEntryValue ? { maximumEntryValue } : {}),
    },
    from: child.from,
    ...(until === undefined ? {} : { until }),
  };
}

function outside(what: string, parent?: readonly string[], child?: readonly string[]): string | undefined {
  if (!parent || !child) return undefined;
  const extra = child.find((one) => !parent.includes(one));
  return extra === undefined ? undefined : `${what} ${extra} is not among ${parent.join(', ')}`;
}

function above(
  { maximumEntryValue: parent }: PowerLimits,
  { maximumEntryValue: child }: PowerLimits,
): string | undefined {
  if (!parent || !child) return undefined;
  if (parent.currency !== child.currency)
    return `its highest value is in ${child.currency}, not ${parent.currency}`;
  return Decimal.of(child.amount).gt(Decimal.of(parent.amount))
    ? `its highest value ${child.amount} is above ${parent.amount} ${parent.currency}`
    : undefined;
}
