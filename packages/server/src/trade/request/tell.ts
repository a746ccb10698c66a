import type { Digest, JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { Moment } from '../../exchange/moment.ts';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import type { AgencyMessage } from './body.ts';
import type { RequestRow } from './store.ts';

export interface Telling {
  readonly agency: Pick<Tenant, 'id' | 'did'>;
  readonly moment: Moment;
  readonly attachments?: readonly Digest[];
  /** A party that need not be told: it said so itself. */
  readonly except?: string;
}

/** Tells every party that a request was routed to what the agency says about it. */
export async function tellParties(
  context: TradeContext,
  tx: PoolClient,
  row: RequestRow,
  message: AgencyMessage,
  { agency, moment, attachments = [], except }: Telling,
): Promise<SealedEnvelope[]> {
  const parties = row.routed_to.filter((did) => did !== except);
  return context.exchange.send(
    tx,
    parties.map((to) => ({
      from: agency,
      to,
      thread: row.thread_id,
      kind: 'request' as const,
      body: message as unknown as JsonObject,
      attachments,
      moment,
    })),
  );
}
