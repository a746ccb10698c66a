import type { NodeContext } from '../platform/context.ts';

/** The part of the node that credential services use. */
export type CredentialContext = Pick<
  NodeContext,
  'config' | 'settings' | 'pool' | 'clock' | 'log' | 'keys' | 'events' | 'crypto'
>;

/** The tenant as these services need it. */
export interface Issuer {
  readonly id: string;
  readonly slug: string;
  readonly sample: boolean;
}
