import { inForce } from '@portolan/filing';
import { type Decimal, ok, type Result } from '@portolan/kernel';
import type { LiquidTables } from './facts/tables.ts';
import { missing } from './liquid.ts';

/** A gravity in degrees API at 60 °F: as computed, as reported, and the one of them that decides the tariff line. */
export interface ApiFigures {
  readonly raw: string;
  readonly reported: string;
  readonly decided: string;
  readonly decides: 'reported' | 'raw';
}

/** Both figures of a gravity by the policy of the day: 24.96 is reported as 25.0, half a tenth goes up. */
export function apiFigures(raw: Decimal, { api }: LiquidTables, day: string): Result<ApiFigures> {
  const policy = inForce(api, day);
  if (!policy) return missing('which gravity decides', day);
  const reported = raw.round(policy.places, 'half-up').toFixed(policy.places);
  const { decides } = policy;
  return ok({
    raw: raw.toString(),
    reported,
    decides,
    decided: decides === 'raw' ? raw.toString() : reported,
  });
}
