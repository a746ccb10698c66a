import type { PoolClient } from 'pg';
import type { Moment } from '../../exchange/moment.ts';
import { Overtaken, type Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import type { CaseRow } from '../store/cases.ts';
import type { PartyMessage } from './body.ts';
import { momentInCase } from './moment.ts';
import { lockRequest, type RequestRow } from './store.ts';

/** A party's message that the agency takes, with the request before and after it. */
export interface Taking<Message> {
  readonly received: Received;
  readonly message: Message;
  readonly caseRow: CaseRow;
  readonly before: RequestRow;
  readonly after: RequestRow;
}

/** Locks the request; when another message changed it since it was looked at, the batch is looked at again. */
export async function lockAsPrepared(tx: PoolClient, before: RequestRow): Promise<void> {
  const locked = await lockRequest(tx, before);
  if (locked?.revision !== before.revision) throw new Overtaken('request');
}

/** When it is taken: a story goes on at its own date. */
export function takenAt(
  context: TradeContext,
  { caseRow, received }: Pick<Taking<PartyMessage>, 'caseRow' | 'received'>,
): Moment {
  return momentInCase(caseRow, received.moment, context.clock.now());
}
