import type { LotMovement } from '@portolan/contract';
import { isTransfer, textOf } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { namesIn } from './ledger-events.ts';
import { holderView, lotsByKey } from './lot-rows.ts';

interface EndRow {
  readonly side: 'i' | 'o' | 's';
  readonly at: string;
  readonly event_key: string;
  readonly amount: string | null;
  readonly others: readonly string[];
  readonly body: string;
  readonly source: string | null;
}

const sides = { i: 'out', o: 'in', s: 'none' } as const;

export interface MovementQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

/** What touched a lot and counts, newest first. */
export async function movementsOf(
  db: Queryable,
  tenantId: string,
  lotKey: string,
  { cursor, limit = 50 }: MovementQuery,
): Promise<{ items: LotMovement[]; next?: string }> {
  const after = readCursor(cursor);
  const place = after ? ' and (e.at, e.event_key) < ($3::timestamptz, $4::uuid)' : '';
  const { rows } = await db.query<EndRow>(
    `select e.side, e.at, e.event_key, e.amount, e.others, v.body, v.source from trace_ends e
     join trace_events v on v.tenant_id = e.tenant_id and v.event_key = e.event_key
     where e.tenant_id = $1 and e.lot_key = $2${place} order by e.at desc, e.event_key desc limit ${limit + 1}`,
    after ? [tenantId, lotKey, ...after] : [tenantId, lotKey],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const events = shown.map(readBody);
  const [lots, names] = await Promise.all([
    lotsByKey(
      db,
      tenantId,
      shown.flatMap(({ others }) => others),
    ),
    namesIn(db, events),
  ]);
  return {
    items: shown.map((row) => {
      const event = readBody(row);
      return {
        event: event.id,
        kind: event.kind,
        at: event.at,
        side: sides[row.side],
        ...(row.amount === null ? {} : { amount: textOf(BigInt(row.amount)) }),
        by: holderView(event.by, names),
        ...(isTransfer(event) ? { to: holderView(event.to, names) } : {}),
        ...(event.place === undefined ? {} : { place: event.place }),
        others: row.others.flatMap((key) => lots.get(key)?.lot ?? []),
        ...(row.source === null ? {} : { source: row.source }),
      };
    }),
    ...(last ? { next: cursorOf([last.at, last.event_key]) } : {}),
  };
}
