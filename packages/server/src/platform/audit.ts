import type { Instant, JsonObject } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';

export interface AuditEntry {
  readonly tenantId: string;
  readonly at: Instant;
  /** Member id, 'node' or 'command line'. */
  readonly actor: string;
  /** What was done: 'sign-in', 'key.rotate', 'token.add'. */
  readonly action: string;
  readonly subject: string;
  readonly detail?: JsonObject;
}

/** Writes one line of the audit trail. Never hand it a secret. */
export async function audit(client: Pool | PoolClient, entry: AuditEntry): Promise<void> {
  await client.query({
    name: 'audit-add',
    text: 'insert into audit (tenant_id, at, actor, action, subject, detail) values ($1, $2, $3, $4, $5, $6)',
    values: [
      entry.tenantId,
      entry.at,
      entry.actor,
      entry.action,
      entry.subject,
      JSON.stringify(entry.detail ?? {}),
    ],
  });
}
