import { fragmentOf } from '@portolan/credentials';
import type { Digest, JsonObject, Refusal } from '@portolan/kernel';
import type { TradeContext } from '../trade/context.ts';
import { verifyBatch } from '../trade/evidence/verify.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { tracingCatalogue } from './catalogue.ts';

/** So many documents are looked at anew when a lot is shown: the newest. */
const most = 100;

interface Resting {
  readonly tenantId: string;
  /** Key of the lot. */
  readonly lotKey: string;
  /** Keys of the lot and of all lots that it was made of. */
  readonly family: readonly string[];
}

/**
 * Documents that were revoked or are suspended, and on which a lot rests: what they say of it, or how they made what it was made
 * of. What was drawn meanwhile stands, as what happened did happen; who draws on sees what the lot rests on.
 */
export async function withdrawnUnder(context: TradeContext, resting: Resting): Promise<Refusal[]> {
  const credentials = await credentialsUnder(context.pool, resting);
  if (credentials.size === 0) return [];
  const moment = { at: context.clock.now(), story: false };
  const { verdicts } = await verifyBatch(context, resting.tenantId, credentials, moment);
  return [...verdicts].flatMap(([digest, verdict]) => {
    const refusals = fragmentOf(verdict, 'status')?.refusals ?? [];
    const code = refusals.map((refusal) => words[refusal.code]).find((found) => found !== undefined);
    if (!code) return [];
    const type = verdict.types.at(-1) ?? 'document';
    return [tracingCatalogue.refuse(code, { params: { type, digest, issuer: verdict.issuer } })];
  });
}

const words: Readonly<Record<string, 'NODE_LOT_DOCUMENT_REVOKED' | 'NODE_LOT_DOCUMENT_SUSPENDED'>> = {
  CRED_REVOKED: 'NODE_LOT_DOCUMENT_REVOKED',
  CRED_SUSPENDED: 'NODE_LOT_DOCUMENT_SUSPENDED',
};

async function credentialsUnder(
  db: Queryable,
  { tenantId, lotKey, family }: Resting,
): Promise<Map<Digest, JsonObject>> {
  const { rows } = await db.query<{ digest: Digest; credential: JsonObject }>({
    name: 'trace-documents-under',
    text: `with under as (
             select v.source as digest, max(v.known_at) as known_at from trace_ends e
             join trace_events v on v.tenant_id = e.tenant_id and v.event_key = e.event_key
             where e.tenant_id = $1 and e.lot_key = any($3::uuid[]) and (e.side = 'o' or e.lot_key = $2)
               and v.source like 'sha256:%'
             group by v.source order by known_at desc, digest limit $4)
           select u.digest, coalesce(i.credential, convert_from(d.content, 'UTF8')::json, s.credential::json) as credential
           from under u
           left join issued_credentials i on i.tenant_id = $1 and i.digest = u.digest
           left join evidence d on d.tenant_id = $1 and d.digest = u.digest and d.class = 'signed'
           left join trace_signed s on s.tenant_id = $1 and s.digest = u.digest`,
    values: [tenantId, lotKey, [...family], most],
  });
  return new Map(rows.flatMap(({ digest, credential }) => (credential ? [[digest, credential]] : [])));
}
