import type { Digest } from '@portolan/kernel';
import { inOrder, outcomeOf } from './conclusion.ts';
import type { Beside, Evaluation } from './evaluation.ts';

/** The answer of a program about a dossier, with the digest of the facts that its rules were handed. */
export interface Answer {
  readonly evaluation: Evaluation;
  readonly reference: Digest;
}

/**
 * Puts the answers of further programs beside that of the program a dossier was filed under: the most severe wins. Findings
 * say which program made them, and each answer is named by its digest. With no further answer it is the base itself,
 * so that a decision of one program keeps its bytes. Duty is the base's; where that has none, the first that was computed.
 */
export function combine(
  base: Evaluation,
  further: readonly Answer[],
  digest: (evaluation: Evaluation) => Digest,
): Evaluation {
  if (further.length === 0) return base;
  const findings = inOrder([
    ...base.findings,
    ...further.flatMap(({ evaluation: { program, findings } }) =>
      findings.map((finding) => ({ ...finding, program })),
    ),
  ]);
  const evaluations = [base, ...further.map(({ evaluation }) => evaluation)];
  const duty = evaluations.find((one) => one.duty)?.duty;
  return {
    ...base,
    findings,
    ...(duty ? { duty } : {}),
    outcome: outcomeOf(findings),
    reasons: [...new Set(evaluations.flatMap(({ reasons }) => reasons))],
    beside: further.map((answer) => besideOf(answer, digest)),
  };
}

function besideOf({ evaluation, reference }: Answer, digest: (evaluation: Evaluation) => Digest): Beside {
  const { program, ruleVersion, outcome, reasons } = evaluation;
  return { program, ruleVersion, reference, evaluation: digest(evaluation), outcome, reasons };
}
