import { ok, type Result, refused } from '@portolan/kernel';
import type { Pool } from 'pg';
import { nodeCatalogue } from '../catalogue.ts';
import { nodeTenantId } from '../node-tenant.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { NodeKey } from './node-key.ts';
import { seal, unseal } from './seal.ts';

const owner = { tenantId: nodeTenantId, name: 'check' };

/** Refuses a node key other than the one the node was created with, before anything is signed or created under it. */
export async function checkNodeKey(pool: Pool, nodeKey: NodeKey): Promise<Result<void>> {
  const kept = await readSetting<string>(pool, 'keyCheck');
  if (kept === undefined) {
    await writeSetting(
      pool,
      'keyCheck',
      seal(nodeKey.bytes, owner, Buffer.from('portolan')).toString('base64'),
    );
    return ok(undefined);
  }
  if (unseal(nodeKey.bytes, owner, Buffer.from(kept, 'base64'))) return ok(undefined);
  return refused(nodeCatalogue.refuse('NODE_KEY_WRONG'));
}
