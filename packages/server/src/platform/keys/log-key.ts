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

/** The node's own key for its log, made when first asked for; nodes that start together agree on one. */
export async function ensureLogKey({ pool, clock, nodeKey }: LogKeyParts): Promise<KeyRow> {
  const [known] = await readKeys(pool, nodeTenantId, 'log');
  if (known) return known;
  const { seed, publicKey } = mintKey({ keyId: 'log-1', slug: 'log' });
  const sealed = seal(nodeKey.bytes, { tenantId: nodeTenantId, name: 'log-1' }, seed);
  await pool.query(
    `insert into keys (tenant_id, id, purpose, did, verification_method, public_key, sealed, valid_from)
     values ($1, 'log-1', 'log', '', '', $2, $3, $4) on conflict do nothing`,
    [nodeTenantId, Buffer.from(publicKey), sealed, clock.now()],
  );
  const [made] = await readKeys(pool, nodeTenantId, 'log');
  return made as KeyRow;
}
