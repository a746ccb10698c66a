import type { NodeContext } from '../context.ts';

/** What the operator's commands need of a node. */
export type AdminContext = Pick<NodeContext, 'pool' | 'clock' | 'keys'>;

/** Who the audit trail names for what was done at the command line. */
export const operator = 'operator';
