import type { CertifiedItem, MillTestReport } from '@portolan/documents';
import type { LaboratoryResult } from '@portolan/programs';

/** A certificate whose items carry what the laboratory found of their heats; an item of another heat stays as it is. */
export function withLaboratory(
  certificate: MillTestReport,
  results: readonly LaboratoryResult[],
): MillTestReport {
  const items = certificate.items.map((item): CertifiedItem => {
    const found = results.find(({ heat }) => heat === item.heat.number);
    return found ? { ...item, chemistry: [...found.chemistry], tests: [...found.tests] } : item;
  });
  return { ...certificate, items };
}
