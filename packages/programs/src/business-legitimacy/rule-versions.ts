import type { Policy } from '@portolan/parties';
import type { Evaluation } from '../evaluation.ts';
import type { RuleVersion } from '../program.ts';
import { checkStandings } from '../standing/check-standings.ts';

/** Facts of this program: the policies in force. */
export interface LegitimacyFacts {
  readonly policies: readonly Policy[];
}

/** Every published version of the rules, newest last; a version never changes once it has decided something. */
export const ruleVersions: readonly RuleVersion<LegitimacyFacts>[] = [
  {
    version: '2026.11.1',
    from: '2026-01-01',
    evaluate: (dossier, { standings = [] }) =>
      evaluation('2026.11.1', checkStandings(dossier, standings), dossier),
  },
];

function evaluation(
  ruleVersion: string,
  findings: Evaluation['findings'],
  { entry }: { readonly entry: { readonly lines: readonly { readonly number: number }[] } },
): Evaluation {
  const deciding = findings.filter(({ severity }) => severity === 'refer');
  return {
    program: 'business-legitimacy',
    ruleVersion,
    findings,
    outcome: deciding.length > 0 ? 'refer' : 'accept',
    reasons: [...new Set(deciding.map(({ code }) => code))],
    lines: entry.lines.map(({ number }) => ({ number })),
  };
}
