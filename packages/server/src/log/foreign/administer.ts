import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { parseNoteKey } from '@portolan/ledger';
import { type AdminContext, operator } from '../../platform/admin/context.ts';
import { audit } from '../../platform/audit.ts';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import { askForCommitments } from '../../trade/commitments/ask.ts';
import { endWitnessing } from '../witness/administer.ts';
import { foreignLogCatalogue } from './catalogue.ts';
import { readTrustedLogs, type TrustedKind, type TrustedLog, trustLog, withdrawLog } from './trusted-logs.ts';

/**
 * Lets receipts of another node's log count as signing time here, or the cosignatures of a witness on receipts of any log: the
 * key says which it is. Trust only whom dating back gains nothing: an agency, a neutral service. Refuses what is no such key,
 * and the node's own log.
 */
export async function addTrustedLog(
  { pool, clock }: AdminContext,
  noteKey: string,
  reason: string,
): Promise<Result<{ readonly origin: string; readonly kind: TrustedKind }>> {
  const key = parseNoteKey(nodeCrypto, noteKey.trim());
  if (!key.ok) {
    const params = { reason: key.refusals.map(({ message }) => message).join(' ') };
    return refused(foreignLogCatalogue.refuse('NODE_LOG_KEY', { path: '/key', params }));
  }
  const { name: origin, type } = key.value;
  const kind = type === 'ed25519' ? 'log' : 'witness';
  const { rowCount } = await pool.query('select from logs where origin = $1', [origin]);
  if (rowCount !== 0) return refused(foreignLogCatalogue.refuse('NODE_LOG_OWN', { params: { origin } }));
  const at = clock.now();
  await trustLog(pool, { origin, kind, noteKey: noteKey.trim(), reason }, at);
  await askForCommitments(pool, at);
  await audit(pool, {
    ...{ tenantId: nodeTenantId, at, actor: operator, action: `${kind}.trust`, subject: origin },
    detail: { reason },
  });
  return ok({ origin, kind });
}

/** Ends the trust in a log or a witness, and what was agreed with it: its word counts for nothing from now on. */
export async function removeTrustedLog(
  context: AdminContext,
  origin: string,
): Promise<Result<{ readonly origin: string }>> {
  const { pool, clock } = context;
  const at = clock.now();
  const trusted = await withdrawLog(pool, origin, at);
  const witnessing = await endWitnessing(context, origin);
  if (!trusted && !witnessing)
    return refused(foreignLogCatalogue.refuse('NODE_LOG_UNKNOWN', { params: { origin } }));
  if (trusted)
    await audit(pool, {
      tenantId: nodeTenantId,
      at,
      actor: operator,
      action: 'log.withdraw',
      subject: origin,
    });
  return ok({ origin });
}

export async function listTrustedLogs({ pool }: Pick<AdminContext, 'pool'>): Promise<TrustedLog[]> {
  return readTrustedLogs(pool);
}
