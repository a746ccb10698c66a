import { digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  type Answer,
  type CasePage,
  combine,
  type DecisionTime,
  type Dossier,
  type Evaluation,
  type Observations,
} from '@portolan/programs';
import type { ProgramWithReference, RunningProgram } from '../context.ts';
import { rulesOn } from '../draft/assemble.ts';

/**
 * Evaluates a dossier by the rules of its own program and of every further one that applies to it. Pure: the same dossier,
 * observations and facts give the same bytes.
 */
export function evaluateDossier(
  running: RunningProgram,
  dossier: Dossier,
  observations: Observations,
  at: DecisionTime,
): Evaluation {
  const ask = ({ program, reference }: ProgramWithReference): Evaluation =>
    rulesOn(program, at.decisionAt).evaluate(dossier, observations, reference, at);
  const further = furtherPrograms(running, dossier, observations).map(
    (one): Answer => ({ evaluation: ask(one), reference: one.reference.digest }),
  );
  return combine(ask(running), further, digestOf);
}

/** The programs beside its own that have something to say about a dossier. */
export function furtherPrograms(
  { beside }: RunningProgram,
  dossier: Dossier,
  observations?: Observations,
): ProgramWithReference[] {
  return beside.filter(
    ({ program, reference }) => program.appliesTo?.(dossier, reference.agreements, observations) === true,
  );
}

/** What every program that applies to a dossier has to show about it. */
export function casePages(running: RunningProgram, dossier: Dossier, at: DecisionTime): CasePage[] {
  return [running, ...furtherPrograms(running, dossier)].flatMap(
    ({ program, reference }) => program.casePage?.(dossier, reference, at) ?? [],
  );
}

/** Digest of the answer of one program alone: by it a further program's answer is named in a decision. */
export function digestOf(evaluation: Evaluation) {
  return digestJson(nodeCrypto, evaluation as unknown as JsonValue);
}
