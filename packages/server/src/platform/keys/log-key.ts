import type { Pool } from 'pg';
import type { Clock } from '../clock.ts';
import { nodeTenantId } from '../node-tenant.ts';
import type { KeyRow } from './held-key.ts';
import { readKeys } from './key-store.ts';
import { mintKey } from './mint.ts';
import type { NodeKey } from './node-key.ts';
import { seal } from './seal.ts';

interface LogKeyParts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly nodeKey: NodeKey;
}

/** What the node signs notes as: the keeper of its own log, or a witness of the logs of others. */
export type NoteRole = 'log' | 'witness';

/** The node's own key for its log or as a witness, made when first asked for; nodes that start together agree on one. */
export async function ensureNoteKey({ pool, clock, nodeKey }: LogKeyParts, role: NoteRole): Promise<KeyRow> {
  const [known] = await readKeys(pool, nodeTenantId, role);
  if (known) return known;
  const name = `${role}-1`;
  const { seed, publicKey } = mintKey({ keyId: name, slug: role });
  const sealed = seal(nodeKey.bytes, { tenantId: nodeTenantId, name }, seed);
  await pool.query(
    `insert into keys (tenant_id, id, purpose, did, verification_method, public_key, sealed, valid_from)
     values ($1, $2, $3, '', '', $4, $5, $6) on conflict do nothing`,
    [nodeTenantId, name, role, Buffer.from(publicKey), sealed, clock.now()],
  );
  const [made] = await readKeys(pool, nodeTenantId, role);
  return made as KeyRow;
}
