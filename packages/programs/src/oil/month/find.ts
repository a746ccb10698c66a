import { oilCatalogue } from '../catalogue.ts';
import type { MonthCode } from './catalogue.ts';
import type { LineFinding } from './line-month.ts';

export interface Where {
  readonly day?: string | undefined;
  readonly batch?: string | undefined;
  readonly evidence?: readonly string[];
  readonly severity?: LineFinding['severity'];
}

/** What was found in one paper, before it is said of which. */
export type Found = readonly [code: MonthCode, params: Readonly<Record<string, string>>];

/** What does not weigh as serious: claims and papers that nothing can rest on, and what is ordinary in a line and only remarked. */
const weights: Readonly<Partial<Record<MonthCode, LineFinding['severity']>>> = {
  OIL_TITLE_NEVER_OWNED: 'refused',
  OIL_TITLE_OVERDRAWN: 'refused',
  OIL_TITLE_SOLD_TWICE: 'refused',
  OIL_TITLE_SOLD_ON: 'refused',
  OIL_TITLE_AFTER_DELIVERY: 'refused',
  OIL_TITLE_AFTER_ENTRY: 'refused',
  OIL_TITLE_AFTER_ALLOCATION: 'refused',
  OIL_ENTRY_DOUBLE: 'refused',
  OIL_STOCK_NEGATIVE: 'refused',
  OIL_TICKETS_OVERLAP: 'refused',
  OIL_BATCH_REUSED: 'refused',
  OIL_METER_UNKNOWN: 'refused',
  OIL_DENSITY_BASE_CONFUSED: 'refused',
  OIL_VOLUME_BASE_CONFUSED: 'refused',
  OIL_VOLUME_NEEDS_DENSITY: 'refused',
  OIL_PAPER_FOREIGN: 'notice',
  OIL_API_STRADDLES: 'notice',
  OIL_STOCK_DIFFERS: 'notice',
  OIL_STEP_REFUSED: 'notice',
  OIL_SHIPPER_IMBALANCE: 'notice',
  OIL_MONTH_CORRECTED: 'notice',
  OIL_TITLE_KNOWN_LATE: 'notice',
  OIL_DELIVERED_OVER: 'notice',
  OIL_STATUS_LOST: 'notice',
  OIL_RETURNED: 'notice',
};

/** A finding of the catalogue about the month, with the papers that show it. */
export function found(
  code: MonthCode,
  params: Readonly<Record<string, string | number>>,
  { batch, day, evidence = [], severity }: Where = {},
): LineFinding {
  const { fault, mend, message } = oilCatalogue.refuse(code, { params });
  return {
    ...{ code, severity: severity ?? weights[code] ?? 'serious', message, fault, mend },
    ...(day === undefined ? {} : { day }),
    ...(batch === undefined ? {} : { batch }),
    evidence: [...new Set(evidence)].sort(),
  };
}

/** Findings in an order that does not depend on arrival: by day, then batch, code and text; each once. */
export function inFindingOrder(findings: readonly LineFinding[]): LineFinding[] {
  const keyed = new Map(
    findings.map((finding) => {
      const { batch = '', code, day = '', evidence, message } = finding;
      return [`${day}\n${batch}\n${code}\n${message}\n${evidence.join(' ')}`, finding] as const;
    }),
  );
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
