import type { Verdict } from '@portolan/credentials';
import type { TraceEvent, TracePolicy } from '@portolan/traceability';
import type { PoolClient } from 'pg';
import { heldCredential } from '../trade/evidence/held.ts';
import { readEvidence } from '../trade/store/evidence.ts';
import { eventCredentialType, eventSaid } from './event-credential.ts';
import { keyOf } from './keys.ts';
import { addSigned } from './signed-store.ts';
import { storeTraceEvents } from './store.ts';
import { dropUnread, keepUnread } from './unread.ts';

/**
 * Takes single events that other parties signed and sent into the ledger, each under the time that was found at its receipt. One
 * that can't count, such as one that was altered, is kept with the reason. Answers which of the digests were such events.
 */
export async function readSigned(
  tx: PoolClient,
  tenantId: string,
  digests: readonly string[],
  policy: TracePolicy,
): Promise<ReadonlySet<string>> {
  const held = [...(await readEvidence(tx, tenantId, digests)).values()].filter(
    ({ type }) => type === eventCredentialType,
  );
  if (held.length === 0) return new Set();
  const read = held.map((row) => {
    const credential = heldCredential(row);
    const verdict = row.verdict === null ? undefined : (JSON.parse(row.verdict) as Verdict);
    return { row, credential, said: eventSaid(credential, verdict) };
  });
  const events: TraceEvent[] = [];
  const sources = new Map<string, string>();
  for (const { row, said } of read)
    if (said.ok) {
      events.push(said.value);
      sources.set(said.value.id, row.digest);
    }
  await storeTraceEvents(tx, tenantId, events, policy, sources);
  await addSigned(
    tx,
    read.flatMap(({ row: { digest, received_at }, credential, said }) =>
      said.ok
        ? [
            {
              ...{ tenant_id: tenantId, digest, received_at, event_key: keyOf(said.value.id) },
              credential: JSON.stringify(credential),
            },
          ]
        : [],
    ),
  );
  await dropUnread(
    tx,
    tenantId,
    held.map(({ digest }) => digest),
  );
  await keepUnread(
    tx,
    read.flatMap(({ row: { digest, received_at }, said }) =>
      said.ok
        ? []
        : [{ tenantId, source: digest, title: 'Signed event', at: received_at, refusals: said.refusals }],
    ),
  );
  return new Set(held.map(({ digest }) => digest));
}
