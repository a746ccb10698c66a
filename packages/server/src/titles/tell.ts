import { randomUUID } from 'node:crypto';
import type { Digest, JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { Moment } from '../exchange/moment.ts';
import type { TradeContext } from '../trade/context.ts';
import type { StateMessage } from './message.ts';
import { type StepRow, stepsOf, type TitleRow } from './store.ts';

/** Tells parties who holds a title, with its whole chain and the bill, in the transaction that made it so. */
export async function tellState(
  context: Pick<TradeContext, 'exchange'>,
  tx: PoolClient,
  home: { readonly id: string; readonly did: string },
  row: TitleRow,
  to: readonly string[],
  moment: Moment,
): Promise<void> {
  const others = [...new Set(to)].filter((did) => did !== home.did);
  if (others.length === 0) return;
  const steps = await stepsOf(tx, row.tenant_id, [row.title_digest]);
  const body: StateMessage = {
    notice: 'title-state',
    ...{ title: row.title_digest, holder: row.holder_did, seq: row.seq, state: row.state },
    ...{ number: row.number, goods: row.goods },
    steps: steps.map(stepMessage),
  };
  await context.exchange.send(
    tx,
    others.map((did) => ({
      ...{ from: home, to: did, thread: randomUUID(), kind: 'notice' as const, moment },
      body: body as unknown as JsonObject,
      attachments: [row.title_digest as Digest],
    })),
  );
}

function stepMessage({ seq, kind, from_did, to_did, at, order_digest }: StepRow) {
  return { seq, kind, from: from_did, to: to_did, at, ...(order_digest ? { order: order_digest } : {}) };
}
