import type { RuleVersion } from '../program.ts';
import { evaluateOrder } from './evaluate.ts';
import type { OrderFacts } from './facts/tables.ts';

/** Every published version of the rules, newest last; a version never changes once it has decided something. */
export const ruleVersions: readonly RuleVersion<OrderFacts>[] = [
  {
    version: '2026.11.1',
    from: '2020-01-01',
    evaluate: (dossier, observations, reference, at) =>
      evaluateOrder('2026.11.1', dossier, observations, reference, at),
  },
];
