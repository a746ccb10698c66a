import type { Delivery } from '@portolan/contract';
import type { Digest, JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { Moment } from '../../exchange/moment.ts';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';

export interface Telling {
  readonly agency: Pick<Tenant, 'id' | 'did'>;
  readonly thread: string;
  readonly moment: Moment;
  /** Requests and what becomes of them, or a notice of action. */
  readonly kind?: 'request' | 'notice';
}

/** What one party is told. */
export interface Told {
  readonly to: string;
  readonly body: object;
  readonly attachments?: readonly Digest[];
}

/** Puts what the agency says into the outbox, a signed envelope for each party, within the transaction that makes it true. */
export async function tellParties(
  context: TradeContext,
  tx: PoolClient,
  { agency, thread, moment, kind = 'request' }: Telling,
  told: readonly Told[],
): Promise<SealedEnvelope[]> {
  return context.exchange.send(
    tx,
    told.map(({ to, body, attachments = [] }) => ({
      from: agency,
      to,
      thread,
      kind,
      body: body as JsonObject,
      attachments,
      moment,
    })),
  );
}

/** How long a first attempt at delivery is waited for; the outbox goes on trying afterwards. */
const patienceMs = 5_000;

/** Delivers now what was sent; an envelope that is still on its way when patience ends is absent. */
export async function deliverSoon(
  context: Pick<TradeContext, 'exchange'>,
  sealed: readonly SealedEnvelope[],
): Promise<ReadonlyMap<Digest, Delivery | undefined>> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), patienceMs);
  const deliveries = await Promise.race([context.exchange.deliver(sealed), late]);
  clearTimeout(timer);
  return deliveries ?? new Map();
}
