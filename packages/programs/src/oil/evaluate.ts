import { decides, inOrder, outcomeOf } from '../conclusion.ts';
import type { Dossier } from '../dossier.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Observations } from '../observations.ts';
import type { DecisionTime, Reference } from '../program.ts';
import { layOut } from './case.ts';
import type { OilTables } from './facts/tables.ts';
import { checkDays, checkLine, checkPeriod } from './rules/line.ts';
import { checkEntryLines, checkVolumes } from './rules/lines.ts';
import { checkManifest } from './rules/manifest.ts';
import { checkOnce } from './rules/once.ts';

const rules = [checkLine, checkDays, checkEntryLines, checkPeriod, checkOnce];
/** Figures that differ because something graver is wrong are not said beside it. */
const figures = [checkVolumes, checkManifest];

/**
 * The rules of what comes by pipeline, over a dossier: who owned it at the crossing, how much, of which gravity, and whether its
 * status holds. Pure and replayable: it reads no clock, network, database or locale, and the order of evidence changes no byte of
 * the answer. Duty is for the program of the filing.
 */
export function evaluateOil(
  version: string,
  dossier: Dossier,
  observations: Observations,
  reference: Reference<OilTables>,
  at: DecisionTime,
): Evaluation {
  const c = layOut(dossier, observations, reference, at);
  const found = rules.flatMap((rule) => rule(c));
  const grave = found.some(({ severity }) => severity === 'refuse');
  const findings = inOrder([...found, ...(grave ? [] : figures.flatMap((rule) => rule(c)))]);
  return {
    program: 'oil',
    ruleVersion: version,
    findings,
    outcome: outcomeOf(findings),
    reasons: [...new Set(findings.filter(decides).map(({ code }) => code))],
    lines: dossier.entry.lines.map(({ number }) => ({ number })),
  };
}
