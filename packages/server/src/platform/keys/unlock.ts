import type { Result } from '@portolan/kernel';
import type { Pool } from 'pg';
import type { NodeConfig } from '../config.ts';
import type { NodeSettings } from '../settings.ts';
import { checkNodeKey } from './check.ts';
import { loadNodeKey, type NodeKey } from './node-key.ts';

/** The node key, once it is known to open what this node has kept. */
export async function unlockNodeKey(
  pool: Pool,
  config: NodeConfig,
  settings: NodeSettings,
): Promise<Result<NodeKey>> {
  const nodeKey = await loadNodeKey(config, settings.sample, settings.salt);
  if (!nodeKey.ok) return nodeKey;
  const checked = await checkNodeKey(pool, nodeKey.value);
  return checked.ok ? nodeKey : checked;
}
