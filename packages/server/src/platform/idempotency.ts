import type { Digest, Instant, JsonValue } from '@portolan/kernel';
import { ok, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { nodeCatalogue } from './catalogue.ts';

/** `source` is who sends (a tenant id or a DID), `key` what it calls this one request. */
export interface IdempotentRequest {
  readonly source: string;
  readonly key: string;
  readonly requestDigest: Digest;
  readonly at: Instant;
}

export interface KeptAnswer {
  readonly status: number;
  readonly answer: JsonValue;
}

const claimStatement = {
  name: 'idempotency-claim',
  text: 'insert into idempotency (source, key, request_digest, created_at) values ($1, $2, $3, $4) on conflict do nothing',
};

/**
 * Claims a key inside the transaction that does the work. Answers undefined when the work is still to do, the kept
 * answer when it was done before. A second request with the same key waits for the first one's transaction.
 * Refuses a key that was used for another request.
 */
export async function claimIdempotencyKey(
  client: PoolClient,
  request: IdempotentRequest,
): Promise<Result<KeptAnswer | undefined>> {
  const { source, key, requestDigest, at } = request;
  const claimed = await client.query({ ...claimStatement, values: [source, key, requestDigest, at] });
  if (claimed.rowCount === 1) return ok(undefined);
  const { rows } = await client.query<{ request_digest: string; status: number | null; answer: JsonValue }>(
    'select request_digest, status, answer from idempotency where source = $1 and key = $2',
    [source, key],
  );
  const kept = rows[0];
  if (kept === undefined || kept.request_digest !== requestDigest)
    return refused(nodeCatalogue.refuse('NODE_IDEMPOTENCY_REUSED'));
  return ok(kept.status === null ? undefined : { status: kept.status, answer: kept.answer });
}

/** Keeps the answer beside the key, in the same transaction as the work. */
export async function keepAnswer(
  client: PoolClient,
  request: Pick<IdempotentRequest, 'source' | 'key'>,
  answer: KeptAnswer,
): Promise<void> {
  await client.query({
    name: 'idempotency-keep',
    text: 'update idempotency set status = $3, answer = $4 where source = $1 and key = $2',
    values: [request.source, request.key, answer.status, JSON.stringify(answer.answer)],
  });
}
