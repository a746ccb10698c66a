import { decides, inOrder, outcomeOf } from '../conclusion.ts';
import type { Dossier } from '../dossier.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Observations } from '../observations.ts';
import type { DecisionTime, Reference } from '../program.ts';
import { layOut } from './case.ts';
import type { OrderFacts } from './facts/tables.ts';
import { checkAdvance } from './rules/advance.ts';
import { checkClassification } from './rules/classification.ts';
import { checkMatch } from './rules/match.ts';
import { checkOnce } from './rules/once.ts';

/**
 * The rules of an order and what became of it, over a dossier. Pure and replayable: it reads no clock, network, database or
 * locale, and the order in which papers arrived changes no byte of the answer. Duty is for the program of the filing.
 */
export function evaluateOrder(
  version: string,
  dossier: Dossier,
  observations: Observations,
  reference: Reference<OrderFacts>,
  at: DecisionTime,
): Evaluation {
  const c = layOut(dossier, reference, at);
  const findings = inOrder([
    ...checkMatch(c),
    ...checkClassification(c),
    ...checkAdvance(c),
    ...checkOnce(dossier, observations),
  ]);
  return {
    program: 'order-to-entry',
    ruleVersion: version,
    findings,
    outcome: outcomeOf(findings),
    reasons: [...new Set(findings.filter(decides).map(({ code }) => code))],
    lines: dossier.entry.lines.map(({ number }) => ({ number })),
  };
}
