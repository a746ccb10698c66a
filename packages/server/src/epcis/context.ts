import type { NodeContext } from '../platform/context.ts';

/** The part of the node that EPCIS uses. */
export type EpcisContext = Pick<NodeContext, 'pool' | 'clock' | 'crypto' | 'log'>;

/** Who captures. */
export interface Capturer {
  readonly tenantId: string;
  readonly actor: string;
}
