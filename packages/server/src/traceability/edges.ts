import type { Instant } from '@portolan/kernel';
import type { Edge, EdgeSource } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';

/**
 * The steps of a tenant's ledger for a trace, one query a generation. Lots and events go by their keys: names are looked up
 * once at the end, for those that were reached.
 */
export function storedEdges(db: Queryable, tenantId: string): EdgeSource {
  const ask = async (side: 'i' | 'o', lots: readonly string[]): Promise<Edge[]> => {
    const { rows } = await db.query<{ lot_key: string; event_key: string; at: Instant; others: string[] }>({
      name: 'trace-ends',
      text: `select lot_key, event_key, at, others from trace_ends
             where tenant_id = $1 and lot_key = any($2::uuid[]) and side = $3::"char"`,
      values: [tenantId, lots, side],
    });
    return rows.flatMap(({ lot_key, event_key, at, others }) =>
      others.map((other) => ({
        event: event_key,
        at,
        from: side === 'o' ? other : lot_key,
        to: side === 'o' ? lot_key : other,
      })),
    );
  };
  return { into: (lots) => ask('o', lots), outOf: (lots) => ask('i', lots) };
}
