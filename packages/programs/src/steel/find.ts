import type { Finding } from '../finding.ts';
import { type SteelCode, steelCatalogue } from './catalogue.ts';
import { severityOf } from './severities.ts';

/** A finding of the catalogue at a field of the entry, with the evidence that shows it. */
export function find(
  code: SteelCode,
  path: string,
  params: Readonly<Record<string, string | number>>,
  evidence: readonly string[] = [],
  cite?: string,
): Finding {
  return {
    ...steelCatalogue.refuse(code, { path, params, ...(cite ? { cite } : {}) }),
    severity: severityOf(code),
    ...(evidence.length > 0 ? { evidence: [...new Set(evidence)].sort() } : {}),
  };
}
