import type { Digest, JsonObject } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';

interface SignedRow {
  tenant_id: string;
  digest: string;
  event_key: string;
  received_at: string;
  /** As JSON text. */
  credential: string;
}

/** Keeps the credentials of single events. */
export const addSigned = bulkInsert<SignedRow>('trace_signed', {
  ...({ tenant_id: 'uuid', digest: 'text', event_key: 'uuid' } as const),
  ...({ received_at: 'timestamptz', credential: 'wide' } as const),
});

/** The credential of an event that was signed by itself. */
export async function signedCredential(
  db: Queryable,
  tenantId: string,
  eventKey: string,
): Promise<JsonObject | undefined> {
  const { rows } = await db.query<{ credential: string }>({
    name: 'trace-signed-one',
    text: 'select credential from trace_signed where tenant_id = $1 and event_key = $2 order by received_at limit 1',
    values: [tenantId, eventKey],
  });
  return rows[0] && (JSON.parse(rows[0].credential) as JsonObject);
}

/** Credentials of single events that a tenant signed or took in, by digest. */
export async function signedByDigest(
  db: Queryable,
  tenantId: string,
  digests: readonly string[],
): Promise<Map<Digest, JsonObject>> {
  const { rows } = await db.query<{ digest: Digest; credential: string }>({
    name: 'trace-signed-by-digest',
    text: 'select digest, credential from trace_signed where tenant_id = $1 and digest = any($2)',
    values: [tenantId, digests],
  });
  return new Map(rows.map(({ digest, credential }) => [digest, JSON.parse(credential) as JsonObject]));
}
