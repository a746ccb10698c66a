import { type Drift, type Evidence, findDrift, type Link, linkDocuments } from '@portolan/documents';
import { type Assembly, assembleEntry, type Given } from '@portolan/filing';
import {
  type AuthorityObservation,
  type CasePage,
  type Dossier,
  type EnteredBefore,
  type Evaluation,
  noObservations,
} from '@portolan/programs';
import type { RunningProgram } from '../context.ts';
import { casePages, evaluateDossier } from '../dossier/evaluate.ts';

/** All that follows from evidence and what was given: nothing of it is stored, since it can be computed again. */
export interface Assembled {
  readonly assembly: Assembly;
  readonly links: readonly Link[];
  readonly drifts: readonly Drift[];
  /** Present when the entry is complete. */
  readonly dossier?: Dossier;
  readonly evaluation?: Evaluation;
  /** What programs show about it; computed when it is looked at. */
  readonly pages?: () => CasePage[];
}

/** What a filer says beside its documents, and what it has on record about its own authority. */
export interface Acting {
  readonly corrects?: boolean;
  readonly signatory?: NonNullable<Dossier['signatory']>;
  /** What bears on filing for an importer. */
  authority?(principal: string | undefined): AuthorityObservation | undefined;
  /** Lines of an entry that stand in another entry of its filer. */
  entered?(dossier: Dossier): readonly EnteredBefore[];
}

/**
 * Assembles the entry, links its documents and runs the program's own rules on it: what the agency will find, the
 * filer sees before.
 */
export function assemble(
  running: RunningProgram,
  evidence: readonly Evidence[],
  given: Given,
  { corrects = false, signatory, authority, entered }: Acting = {},
): Assembled {
  const assembly = assembleEntry(evidence, given, running.reference.tariff);
  const links = linkDocuments(evidence);
  const drifts = findDrift(evidence, links);
  if (!assembly.complete) return { assembly, links, drifts };
  const dossier: Dossier = {
    entry: assembly.complete,
    provenance: assembly.provenance,
    evidence: [...evidence],
    links: [...links],
    drifts: [...drifts],
    filer: { did: given.filer.did },
    ...(signatory ? { signatory } : {}),
    filedAt: given.at,
    ...(corrects ? { corrects } : {}),
    ...(given.override ? { override: given.override } : {}),
  };
  const known = authority?.(dossier.entry.importerOfRecord.did);
  const enteredBefore = [...(entered?.(dossier) ?? [])];
  const observations = {
    ...noObservations(given.at),
    ...(known ? { authority: known } : {}),
    ...(enteredBefore.length > 0 ? { enteredBefore } : {}),
  };
  const times = { decisionAt: given.at, knownAt: given.at };
  const evaluation = evaluateDossier(running, dossier, observations, times);
  const pages = () => casePages(running, dossier, times);
  return { assembly, links, drifts, dossier, evaluation, pages };
}

/** The version of a program's rules with which decisions of a day are taken: the newest that has begun, else the first. */
export function rulesOn(
  program: RunningProgram['program'],
  at: string,
): RunningProgram['program']['ruleVersions'][number] {
  const begun = program.ruleVersions.filter(({ from }) => from <= at.slice(0, 10));
  const rules = begun.at(-1) ?? program.ruleVersions[0];
  if (!rules) throw new Error(`program ${program.id} has no rules`);
  return rules;
}
