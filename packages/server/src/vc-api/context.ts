import type { NodeContext } from '../platform/context.ts';

/** The part of the node that the VC API uses. */
export type VcContext = Pick<
  NodeContext,
  'config' | 'settings' | 'pool' | 'clock' | 'log' | 'crypto' | 'formKeys' | 'contexts' | 'logger' | 'workers'
>;

/** For whom a call is answered: a tenant's own issuers, or those of the node itself where everybody may call. */
export interface VcCaller {
  readonly tenantId: string;
  /** Member id, or 'anybody'. */
  readonly actor: string;
  /** Origin under which what is published for this call can be read. */
  readonly origin: string;
}
