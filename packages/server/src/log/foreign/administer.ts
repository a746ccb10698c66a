import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { parseNoteKey } from '@portolan/ledger';
import { type AdminContext, operator } from '../../platform/admin/context.ts';
import { audit } from '../../platform/audit.ts';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import { foreignLogCatalogue } from './catalogue.ts';
import { readTrustedLogs, type TrustedLog, trustLog, withdrawLog } from './trusted-logs.ts';

/**
 * Lets receipts of another node's log count as signing time here. Trust a log only where its keeper gains nothing by dating
 * back: an agency, a neutral service. Refuses what is no log key, and the node's own log.
 */
export async function addTrustedLog(
  { pool, clock }: AdminContext,
  noteKey: string,
  reason: string,
): Promise<Result<{ readonly origin: string }>> {
  const key = parseNoteKey(nodeCrypto, noteKey.trim());
  if (!key.ok) {
    const params = { reason: key.refusals.map(({ message }) => message).join(' ') };
    return refused(foreignLogCatalogue.refuse('NODE_LOG_KEY', { path: '/key', params }));
  }
  const { name: origin } = key.value;
  const { rowCount } = await pool.query('select from logs where origin = $1', [origin]);
  if (rowCount !== 0) return refused(foreignLogCatalogue.refuse('NODE_LOG_OWN', { params: { origin } }));
  const at = clock.now();
  await trustLog(pool, { origin, noteKey: noteKey.trim(), reason }, at);
  await audit(pool, {
    ...{ tenantId: nodeTenantId, at, actor: operator, action: 'log.trust', subject: origin },
    detail: { reason },
  });
  return ok({ origin });
}

/** Ends the trust in a log: its receipts count for nothing from now on. */
export async function removeTrustedLog(
  { pool, clock }: AdminContext,
  origin: string,
): Promise<Result<{ readonly origin: string }>> {
  const at = clock.now();
  if (!(await withdrawLog(pool, origin, at)))
    return refused(foreignLogCatalogue.refuse('NODE_LOG_UNKNOWN', { params: { origin } }));
  await audit(pool, { tenantId: nodeTenantId, at, actor: operator, action: 'log.withdraw', subject: origin });
  return ok({ origin });
}

export async function listTrustedLogs({ pool }: Pick<AdminContext, 'pool'>): Promise<TrustedLog[]> {
  return readTrustedLogs(pool);
}
