import { decides, inOrder, outcomeOf } from '../conclusion.ts';
import type { Dossier } from '../dossier.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Finding } from '../finding.ts';
import type { Observations } from '../observations.ts';
import type { DecisionTime, Reference } from '../program.ts';
import { layOut } from './case.ts';
import { computeMetalDuty } from './derive/duty.ts';
import type { SteelTables } from './facts/tables.ts';
import { find } from './find.ts';
import { checkAnalyses } from './rules/analysis.ts';
import { checkChanged } from './rules/changed.ts';
import { checkEntryLines } from './rules/entry.ts';
import { checkHeats } from './rules/heat.ts';
import { checkLicences } from './rules/licence.ts';
import { checkMelt } from './rules/melt.ts';
import { checkReuse } from './rules/reuse.ts';
import { checkSignatures } from './rules/signature.ts';
import { checkTimes } from './rules/time.ts';
import { checkTrace } from './rules/trace.ts';

const rules = [
  checkSignatures,
  checkTimes,
  checkReuse,
  checkChanged,
  checkAnalyses,
  checkHeats,
  checkTrace,
  checkMelt,
  checkLicences,
  checkEntryLines,
];

/**
 * The rules of metal goods over a dossier. Pure and replayable: it reads no clock, network, database or locale, and the order
 * of evidence changes no byte of the answer.
 */
export function evaluateMetal(
  version: string,
  dossier: Dossier,
  observations: Observations,
  reference: Reference<SteelTables>,
  at: DecisionTime,
): Evaluation {
  const c = layOut(dossier, observations, reference, at);
  const duty = computeMetalDuty(c);
  const refused = duty.ok
    ? []
    : duty.refusals.map(({ cite, mend, message, path }) =>
        find('STEEL_DUTY_REFUSED', path, { message, mend }, [], cite),
      );
  const findings = inOrder(distinct([...rules.flatMap((rule) => rule(c)), ...refused]));
  return {
    program: 'steel',
    ruleVersion: version,
    findings,
    ...(duty.ok ? { duty: duty.value } : {}),
    outcome: outcomeOf(findings),
    reasons: [...new Set(findings.filter(decides).map(({ code }) => code))],
    lines: dossier.entry.lines.map(({ number }) => ({ number })),
  };
}

/** The same finding once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const key = ({ path, code, message }: Finding) => [path, code, message].join('\u0000');
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}
