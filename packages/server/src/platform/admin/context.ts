import type { NodeContext } from '../context.ts';

/** What the operator's commands need of a node. */
export type AdminContext = Pick<NodeContext, 'pool' | 'clock' | 'keys'>;

/** The same with how the node is configured, what it may ask elsewhere, and the keys of the VC API's issuers. */
export type OperatorContext = AdminContext & Pick<NodeContext, 'config' | 'formKeys'>;

/** Who the audit trail names for what was done at the command line. */
export const operator = 'operator';
