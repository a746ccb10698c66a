import { inForce } from '@portolan/filing';
import type { LineMonthInput } from './input.ts';

/** Percent of what came in that a line may lose or gain: as its operator's tariff says in the profile, else what is usual. */
export function lossPercent({ month, profile, tables }: LineMonthInput): string {
  return profile.lossAllowance ?? inForce(tables.lossAllowances, `${month}-01`)?.percent ?? '0';
}
