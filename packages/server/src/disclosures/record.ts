import type { Instant } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';

/** One thing that was shown or sent to somebody. */
export interface Disclosure {
  readonly tenantId: string;
  /** Digest of the credential or document. */
  readonly digest: string;
  /** What it is called; may be left empty where the digest says it. */
  readonly subject: string;
  /** Whoever was shown it: a DID, a verifier's client identifier, a member. */
  readonly recipient: string;
  readonly way: 'openid4vp' | 'envelope' | 'encrypted' | 'file' | 'opened' | 'delegated';
  readonly reason: string;
  /** Member id, or 'node'. */
  readonly actor: string;
  readonly at: Instant;
}

/** Writes down who was shown what. The record is only ever added to. */
export async function recordDisclosures(
  db: Pool | PoolClient,
  disclosures: readonly Disclosure[],
): Promise<void> {
  if (disclosures.length === 0) return;
  const column = (name: keyof Disclosure) => disclosures.map((one) => one[name]);
  await db.query({
    name: 'disclosures-add',
    text: `insert into disclosures (tenant_id, disclosure_id, digest, subject, recipient, way, reason, actor, at)
           select tenant_id, gen_random_uuid(), digest, subject, recipient, way, reason, actor, at
           from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
             as d (tenant_id, digest, subject, recipient, way, reason, actor, at)`,
    values: [
      ...[column('tenantId'), column('digest'), column('subject'), column('recipient')],
      ...[column('way'), column('reason'), column('actor'), column('at')],
    ],
  });
}
