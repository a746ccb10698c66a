import type { Digest, JsonObject } from '@portolan/kernel';
import type { NodeContext } from '../../platform/context.ts';
import { receiptsAbroad } from './earliest.ts';

/** Receipts to go along with what leaves this node: of its own log, and those of other logs that came here with it. */
export async function receiptsToSend(
  { log, pool }: Pick<NodeContext, 'log' | 'pool'>,
  digests: readonly Digest[],
): Promise<Map<string, JsonObject[]>> {
  const [own, others] = await Promise.all([log.receiptsForDigests(digests), receiptsAbroad(pool, digests)]);
  return new Map(
    digests.map((digest) => {
      const receipt = own.get(digest);
      const first = receipt ? [receipt as unknown as JsonObject] : [];
      return [digest, [...first, ...(others.get(digest) ?? [])]];
    }),
  );
}
