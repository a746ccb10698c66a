import type { RuleVersion } from '../program.ts';
import { evaluateMetal } from './evaluate.ts';
import type { SteelTables } from './facts/tables.ts';

/** Every published version of the rules, newest last; a version never changes once it has decided something. */
export const ruleVersions: readonly RuleVersion<SteelTables>[] = [
  {
    version: '2026.11.1',
    from: '2024-11-21',
    evaluate: (dossier, observations, reference, at) =>
      evaluateMetal('2026.11.1', dossier, observations, reference, at),
  },
];
