import type { Outcome } from './evaluation.ts';
import type { Finding } from './finding.ts';

/** Whether a finding of this weight keeps a filing from being accepted as it is. */
export function decides({ severity }: Finding): boolean {
  return severity === 'refuse' || severity === 'refer';
}

/** What the findings come to: one that refuses refuses all. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.some(({ severity }) => severity === 'refuse')) return 'refuse';
  return findings.some(({ severity }) => severity === 'refer') ? 'refer' : 'accept';
}

const WEIGHT: Record<Finding['severity'], number> = { refuse: 0, refer: 1, warn: 2, info: 3 };

/** Heaviest first, then by field, code and text: an order that nothing outside the findings decides. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding) => [finding.path, finding.code, finding.message].join('\u0000');
  return findings.toSorted(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}
