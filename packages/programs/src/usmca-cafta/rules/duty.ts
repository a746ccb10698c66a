import type { NotComputed } from '@portolan/tariff';
import type { Finding } from '../../finding.ts';
import { find } from '../case/find.ts';
import type { DutyPair } from '../duty.ts';

/** Why duty could not be computed, and which measures may apply beyond what was. */
export function checkDuty({ duty }: DutyPair): Finding[] {
  if (duty.ok) return duty.value.notComputed.map(notComputed);
  return duty.refusals.map(({ path, message, mend, code, cite }) =>
    find('USMCA_DUTY_REFUSED', path, { params: { message, mend, tariff: code }, ...(cite ? { cite } : {}) }),
  );
}

function notComputed({ name, why, line, cite }: NotComputed): Finding {
  const path = line === undefined ? '/lines' : `/lines/${line - 1}/hts`;
  return find('USMCA_DUTY_NOT_COMPUTED', path, { params: { name, why }, cite });
}
