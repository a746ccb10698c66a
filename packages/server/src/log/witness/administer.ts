import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type NoteKey, parseNoteKey } from '@portolan/ledger';
import { type AdminContext, operator } from '../../platform/admin/context.ts';
import { audit } from '../../platform/audit.ts';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import { foreignLogCatalogue } from '../foreign/catalogue.ts';
import { nodeLogId, readIdentity } from '../identity.ts';
import { addWitnessed, readWitnessed, type WitnessedLog, withdrawWitnessed } from './witnessed-logs.ts';
import { addWitness, readWitnesses, type Witness, withdrawWitness } from './witnesses.ts';

type Named = { readonly name: string };

/**
 * Has this node cosign the checkpoints of another node's log, which its keeper then hands in (C2SP tlog-witness). Refuses what is
 * no log key, and the node's own log: nobody witnesses for itself.
 */
export async function witnessLog(
  { pool, clock }: AdminContext,
  noteKey: string,
  reason: string,
): Promise<Result<Named>> {
  const key = keyOf(noteKey, 'ed25519');
  if (!key.ok) return key;
  const { name } = key.value;
  const own = await readIdentity(pool, nodeLogId);
  if (own?.origin === name)
    return refused(foreignLogCatalogue.refuse('NODE_LOG_OWN', { params: { origin: name } }));
  const at = clock.now();
  await addWitnessed(pool, { origin: name, noteKey: noteKey.trim(), reason }, at);
  await note({ pool }, at, 'log.witness', name, { reason });
  return ok({ name });
}

/**
 * Hands the checkpoints of this node's log to a witness from now on; `prefix` is its submission prefix. Refuses what is no key of
 * a witness, and what is no HTTP address.
 */
export async function submitTo(
  { pool, clock }: AdminContext,
  noteKey: string,
  prefix: string,
): Promise<Result<Named>> {
  const key = keyOf(noteKey, 'cosignature-v1');
  if (!key.ok) return key;
  const address = addressOf(prefix);
  if (address === undefined)
    return refused(
      foreignLogCatalogue.refuse('NODE_WITNESS_ADDRESS', { path: '/to', params: { url: prefix } }),
    );
  const { name } = key.value;
  const at = clock.now();
  await addWitness(pool, nodeLogId, { name, noteKey: noteKey.trim(), prefix: address }, at);
  await note({ pool }, at, 'log.submit', name, { to: address });
  return ok({ name });
}

/** Ends what was agreed with a log that is cosigned here, or with a witness of this one. Answers whether there was any. */
export async function endWitnessing({ pool, clock }: AdminContext, name: string): Promise<boolean> {
  const at = clock.now();
  const ended = [await withdrawWitnessed(pool, name, at), await withdrawWitness(pool, nodeLogId, name, at)];
  if (!ended.includes(true)) return false;
  await note({ pool }, at, 'witness.withdraw', name, {});
  return true;
}

/** Logs that are cosigned here, and witnesses that cosign this one. */
export interface Witnessing {
  readonly cosigned: readonly WitnessedLog[];
  readonly witnesses: readonly Witness[];
}

export async function listWitnessing({ pool }: Pick<AdminContext, 'pool'>): Promise<Witnessing> {
  return { cosigned: await readWitnessed(pool), witnesses: await readWitnesses(pool, nodeLogId) };
}

function keyOf(text: string, type: NoteKey['type']): Result<NoteKey> {
  const key = parseNoteKey(nodeCrypto, text.trim());
  if (key.ok && key.value.type === type) return key;
  const reason = key.ok
    ? `it is the key of a ${type === 'ed25519' ? 'witness' : 'log'}.`
    : key.refusals.map(({ message }) => message).join(' ');
  const code = type === 'ed25519' ? 'NODE_LOG_KEY' : 'NODE_WITNESS_KEY';
  return refused(foreignLogCatalogue.refuse(code, { path: '/key', params: { reason } }));
}

/** An HTTP address without a slash at its end; undefined for anything else. */
function addressOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.search || url.hash)
    return undefined;
  return url.href.replace(/\/+$/, '');
}

async function note(
  { pool }: Pick<AdminContext, 'pool'>,
  at: Parameters<typeof addWitnessed>[2],
  action: string,
  subject: string,
  detail: Record<string, string>,
): Promise<void> {
  await audit(pool, { tenantId: nodeTenantId, at, actor: operator, action, subject, detail });
}
