import type { RuleVersion } from '../program.ts';
import { evaluateClaims } from './evaluate.ts';
import type { AgreementTables } from './facts/tables.ts';

/**
 * Every published version of the rules, newest last. A version never changes once it has decided something: a change
 * of the rules is a new module and a new row, and the superseded one stays here, runnable.
 */
export const ruleVersions: readonly RuleVersion<AgreementTables>[] = [
  {
    version: '2026.11.1',
    from: '2020-07-01',
    evaluate: (dossier, observations, reference, at) =>
      evaluateClaims('2026.11.1', dossier, observations, reference, at),
  },
];

/** The rules of a version; undefined for a version that was never published. */
export function ruleVersion(version: string): RuleVersion<AgreementTables> | undefined {
  return ruleVersions.find((row) => row.version === version);
}

/** The rules that decisions are taken with on a day: the newest published by then. */
export function ruleVersionOn(day: string): RuleVersion<AgreementTables> | undefined {
  return ruleVersions.findLast(({ from }) => from <= day);
}

/** Evaluates with the newest rules. */
export const evaluate: RuleVersion<AgreementTables>['evaluate'] = (dossier, observations, reference, at) => {
  const newest = ruleVersions.at(-1);
  if (!newest) throw new Error('no rule version is published');
  return newest.evaluate(dossier, observations, reference, at);
};
