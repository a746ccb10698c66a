import type { PipelineLineDetail } from '@portolan/contract';
import type { PipelineProfile } from '@portolan/documents';
import { ok, type Result, refused } from '@portolan/kernel';
import type { Tenant } from '../platform/tenant.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { pipelinesCatalogue } from './catalogue.ts';
import { lineNamed } from './lines.ts';

/** A line with the newest profile that its operator signed. Refuses a line of which no paper is held. */
export async function lineView(
  db: Queryable,
  tenant: Tenant,
  line: string,
): Promise<Result<PipelineLineDetail>> {
  const known = await lineNamed(db, tenant.id, line);
  if (!known) return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_UNKNOWN', { params: { line } }));
  const { rows } = await db.query<{ digest: string; body: string }>({
    name: 'pipeline-profile',
    text: `select p.digest, p.body from pipeline_places w
           join pipeline_papers p on p.tenant_id = w.tenant_id and p.digest = w.digest and p.type = 'PipelineProfile'
           where w.tenant_id = $1 and w.line = $2 and w.month = '' and p.body::json -> 'document' -> 'operator' ->> 'did' = p.issuer
           order by p.known_at desc, p.digest limit 1`,
    values: [tenant.id, line],
  });
  const { name, operator_did: did, operator_name } = known;
  const [profile] = rows;
  const role = did === tenant.did ? 'operator' : tenant.kind === 'agency' ? 'agency' : 'party';
  return ok({
    ...{ line, name: name ?? line, role },
    ...(did === null ? {} : { operator: { did, name: operator_name ?? did } }),
    ...(profile && {
      profile: {
        digest: profile.digest,
        document: (JSON.parse(profile.body) as { document: PipelineProfile }).document,
      },
    }),
  });
}
