import { digestJson, type Instant, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { checkPolicy, type Policy, partiesCatalogue } from '@portolan/parties';
import { audit } from '../platform/audit.ts';
import type { NodeContext } from '../platform/context.ts';
import type { Auth } from '../platform/tenant.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { Queryable } from '../trade/store/bulk.ts';

export interface PublishedPolicy {
  readonly policy: Policy;
  readonly digest: string;
  readonly publishedAt: Instant;
  readonly by: string;
  readonly reason: string;
}

interface Row {
  readonly record: Policy;
  readonly digest: string;
  readonly published_at: Instant;
  readonly published_by: string;
  readonly reason: string;
}

/** The policies that an agency, or every agency here, has published; newest first. */
export async function readPolicies(db: Queryable, agencyId?: string): Promise<PublishedPolicy[]> {
  const { rows } = await db.query<Row>({
    name: 'standing-policies',
    text: `select record, digest, published_at, published_by, reason from standing_policies
           where $1::uuid is null or tenant_id = $1 order by published_at desc, policy, version`,
    values: [agencyId ?? null],
  });
  return rows.map(({ record, digest, published_at, published_by, reason }) => ({
    ...{ policy: record, digest, publishedAt: published_at, by: published_by, reason },
  }));
}

/**
 * Publishes a version of a policy, in the agency's own name. Refuses a policy that contradicts itself, a publisher other than
 * the agency and a version that is published already.
 */
export async function publishPolicy(
  context: Pick<NodeContext, 'pool' | 'log' | 'crypto'>,
  { tenant, member }: Auth,
  given: unknown,
  reason: string,
  at: Instant,
): Promise<Result<PublishedPolicy>> {
  const policy = checkPolicy(given);
  if (!policy.ok) return policy;
  const { id, version, publisher, effectiveFrom } = policy.value;
  if (publisher !== tenant.did)
    return refused(
      partiesCatalogue.refuse('PARTY_ACT_FOREIGN', { path: '/publisher', params: { agency: publisher } }),
    );
  const digest = digestJson(context.crypto, policy.value as unknown as JsonValue);
  return withTransaction(context.pool, async (tx) => {
    if (await isPublished(tx, tenant.id, id, version))
      return refused(
        partiesCatalogue.refuse('PARTY_POLICY_PUBLISHED', {
          path: '/version',
          params: { policy: id, version },
        }),
      );
    const [pendingId] = await context.log.append(tx, [{ kind: 'register', digest, at }]);
    await tx.query(
      `insert into standing_policies (tenant_id, policy, version, effective_from, digest, published_at, published_by, reason, record, pending_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tenant.id,
        id,
        version,
        effectiveFrom,
        digest,
        at,
        member.name,
        reason,
        JSON.stringify(policy.value),
        pendingId,
      ],
    );
    const subject = `${id} ${version}`;
    await audit(tx, {
      tenantId: tenant.id,
      at,
      actor: member.id,
      action: 'policy.publish',
      subject,
      detail: { digest, reason },
    });
    return ok({ policy: policy.value, digest, publishedAt: at, by: member.name, reason });
  });
}

async function isPublished(
  tx: Queryable,
  tenantId: string,
  policy: string,
  version: string,
): Promise<boolean> {
  const text = 'select from standing_policies where tenant_id = $1 and policy = $2 and version = $3';
  const { rowCount } = await tx.query(text, [tenantId, policy, version]);
  return rowCount !== 0;
}
