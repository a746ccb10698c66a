import type { RuleVersion } from '../program.ts';
import { evaluateOil } from './evaluate.ts';
import type { OilTables } from './facts/tables.ts';

/** Every published version of the rules, newest last; a version never changes once it has decided something. */
export const ruleVersions: readonly RuleVersion<OilTables>[] = [
  {
    version: '2026.11.1',
    // The day on which the live test of pipeline crude began (91 FR 32985).
    from: '2026-07-02',
    evaluate: (dossier, observations, reference, at) =>
      evaluateOil('2026.11.1', dossier, observations, reference, at),
  },
];
