import type { Finding, Severity } from '../finding.ts';
import { type OilCode, oilCatalogue } from './catalogue.ts';
import type { LineFinding } from './month/line-month.ts';
import { severityOf } from './severities.ts';

/** A finding of the catalogue at a field of the entry, with the evidence that shows it. */
export function find(
  code: OilCode,
  path: string,
  params: Readonly<Record<string, string | number>>,
  evidence: readonly string[] = [],
): Finding {
  return {
    ...oilCatalogue.refuse(code, { path, params }),
    severity: severityOf(code),
    ...(evidence.length > 0 ? { evidence: [...new Set(evidence)].sort() } : {}),
  };
}

const weights: Readonly<Record<LineFinding['severity'], Severity>> = {
  refused: 'refuse',
  serious: 'refer',
  notice: 'info',
};

/** What was found on the line, at the entry that it bears on. */
export function foundOnLine(
  { code, evidence, fault, mend, message, severity }: LineFinding,
  path: string,
): Finding {
  return {
    ...{ code, path, message, mend },
    fault: fault as Finding['fault'],
    severity: weights[severity],
    ...(evidence.length > 0 ? { evidence: [...new Set(evidence)].sort() } : {}),
  };
}
