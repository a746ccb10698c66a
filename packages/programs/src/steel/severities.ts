import type { Severity } from '../finding.ts';
import type { SteelCode } from './catalogue.ts';

/** What does not refuse. Refer: an officer decides. The rest only informs; every other finding refuses. */
const lighter: Readonly<Partial<Record<SteelCode, Severity>>> = {
  STEEL_CERTIFICATE_UNVERIFIED: 'refer',
  STEEL_CERTIFICATE_IN_PART: 'info',
  STEEL_CERTIFICATE_LATE: 'refer',
  STEEL_CERTIFICATE_EARLY: 'refer',
  STEEL_CERTIFICATE_BASE_MISSING: 'refer',
  STEEL_INSPECTOR_NOT_INDEPENDENT: 'refer',
  STEEL_ANALYSIS_INCOMPLETE: 'info',
  STEEL_CHEMISTRY_OUTSIDE: 'refer',
  STEEL_STRENGTH_OUTSIDE: 'refer',
  STEEL_PRODUCT_ANALYSIS_OPEN: 'info',
  STEEL_REQUIREMENT_UNREPORTED: 'warn',
  STEEL_GRADE_NOT_AT_HAND: 'info',
  STEEL_WEIGHT_DIFFERS: 'warn',
  STEEL_HEAT_MISSING: 'refer',
  STEEL_LICENCE_UNSIGNED: 'refer',
  STEEL_CLASSIFICATION_DIFFERS: 'refer',
  STEEL_CASE_FLAGGED: 'warn',
};

export function severityOf(code: SteelCode): Severity {
  return lighter[code] ?? 'refuse';
}
