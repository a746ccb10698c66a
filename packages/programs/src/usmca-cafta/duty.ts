import { dutyInput } from '@portolan/filing';
import type { Result } from '@portolan/kernel';
import { computeDuty, type DutyResult, type TariffReference } from '@portolan/tariff';
import type { Dossier } from '../dossier.ts';

export interface DutyPair {
  readonly duty: Result<DutyResult>;
  readonly withoutClaim: Result<DutyResult>;
}

/** Duty with the claims that stand, and without any: the difference is what the claims save. */
export function computeBoth(
  { entry, override }: Pick<Dossier, 'entry' | 'override'>,
  tariff: TariffReference,
  knownAt: string,
  stands: (lineNumber: number) => boolean,
): DutyPair {
  const duty = computeDuty(dutyInput(entry, knownAt, stands, override), tariff);
  const claimed = entry.lines.some(({ spi, number }) => spi !== undefined && stands(number));
  if (!claimed) return { duty, withoutClaim: duty };
  const unclaimed = dutyInput(entry, knownAt, () => false, override);
  return { duty, withoutClaim: computeDuty(unclaimed, tariff) };
}
