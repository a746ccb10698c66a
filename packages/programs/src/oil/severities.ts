import type { Severity } from '../finding.ts';
import type { OilCode } from './catalogue.ts';

/** What does not refuse. Refer: an officer decides. The rest only informs; every other finding refuses. */
const lighter: Readonly<Partial<Record<OilCode, Severity>>> = {
  OIL_PROFILE_MISSING: 'refer',
  OIL_ENTERED_TOO_LITTLE: 'refer',
  OIL_BATCH_NOT_NAMED: 'refer',
  OIL_TITLE_NOT_SHOWN: 'refer',
  OIL_STATUS_UNPROVED: 'refer',
  OIL_MANIFEST_DIFFERS: 'refer',
  OIL_HELD_ELSEWHERE: 'refer',
};

export function severityOf(code: OilCode): Severity {
  return lighter[code] ?? 'refuse';
}
