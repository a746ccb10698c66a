import { randomUUID } from 'node:crypto';
import type { PostedEvent } from '@portolan/contract';
import { issueCredential } from '@portolan/credentials';
import { below, digestJson, type JsonObject, ok, type Refusal, type Result } from '@portolan/kernel';
import { readTraceEvent, type TraceEvent } from '@portolan/traceability';
import type { PoolClient } from 'pg';
import { unsignedCredential } from '../credentials/issue/unsigned.ts';
import { allocateIndex } from '../credentials/status/allocate.ts';
import { audit } from '../platform/audit.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Act } from '../trade/draft/steps.ts';
import { verifyBatch } from '../trade/evidence/verify.ts';
import { eventCredentialType, eventSaid } from './event-credential.ts';
import { keyOf } from './keys.ts';
import { ledgerPolicy } from './policy.ts';
import { addSigned } from './signed-store.ts';
import { type StoredEvent, storeTraceEvents } from './store.ts';

/**
 * Signs a step of the own organization and enters it. A step that contradicts the ledger is refused before anything is signed or
 * kept; one that builds on a lot that is not known yet is signed and waits.
 */
export async function signEvent(
  context: TradeContext,
  act: Act,
  told: JsonObject,
): Promise<Result<PostedEvent>> {
  const { tenant, moment } = act;
  const named = { id: `urn:uuid:${randomUUID()}`, at: moment.at, ...told };
  const read = below('/event', readTraceEvent({ ...named, by: tenant.did, knownAt: moment.at }));
  if (!read.ok) return read;
  const { knownAt: _, ...subject } = read.value;
  return withTransaction(context.pool, async (tx) => {
    await tx.query('savepoint event');
    const [stored] = await storeTraceEvents(tx, tenant.id, [read.value], ledgerPolicy);
    if (!stored || stored.state === 'refused') {
      await tx.query('rollback to savepoint event');
      return { ok: false, refusals: placed(stored?.refusals ?? []) };
    }
    const credential = await signedByUs(context, tx, act, subject as unknown as JsonObject);
    const digest = digestJson(context.crypto, credential);
    await context.log.append(tx, [{ kind: 'credential', digest, at: moment.at }]);
    return ok(await keepSigned(context, tx, act, { stored, digest, credential }));
  });
}

async function signedByUs(
  context: TradeContext,
  tx: PoolClient,
  { tenant, moment }: Act,
  document: JsonObject,
): Promise<JsonObject> {
  const signer = await context.keys.signer(tenant.id);
  const place = await allocateIndex(tx, context.crypto, tenant.id, signer.did);
  const content = { type: eventCredentialType, document, issuer: signer.did, validFrom: moment.at };
  const unsigned = unsignedCredential(context, tenant, place, { ...content, validUntil: undefined });
  const options = { created: moment.at };
  return (await issueCredential(unsigned, signer, context.crypto, options)) as unknown as JsonObject;
}

/**
 * Takes in an event that another party signed, under the time at which the log knew the signature. What it claims is kept also
 * where it contradicts the ledger. Refuses what no signature stands behind.
 */
export async function takeEvent(
  context: TradeContext,
  act: Act,
  credential: JsonObject,
): Promise<Result<PostedEvent>> {
  const { tenant, moment } = act;
  const digest = digestJson(context.crypto, credential);
  const { verdicts } = await verifyBatch(context, tenant.id, new Map([[digest, credential]]), moment);
  const read = eventSaid(credential, verdicts.get(digest));
  if (!read.ok) return read;
  return withTransaction(context.pool, async (tx) => {
    const [stored] = await storeTraceEvents(
      tx,
      tenant.id,
      [read.value],
      ledgerPolicy,
      sourced(read.value, digest),
    );
    if (!stored) throw new Error('an event was stored without an answer');
    return ok(await keepSigned(context, tx, act, { stored, digest, credential }));
  });
}

function sourced({ id }: TraceEvent, digest: string): Map<string, string> {
  return new Map([[id, digest]]);
}

interface Signed {
  readonly stored: StoredEvent;
  readonly digest: PostedEvent['digest'];
  readonly credential: JsonObject;
}

async function keepSigned(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member, moment }: Act,
  { stored, digest, credential }: Signed,
): Promise<PostedEvent> {
  await addSigned(tx, [
    {
      ...{ tenant_id: tenant.id, digest, event_key: keyOf(stored.event), received_at: moment.at },
      credential: JSON.stringify(credential),
    },
  ]);
  await tx.query({
    name: 'trace-signed-source',
    text: 'update trace_events set source = $3 where tenant_id = $1 and event_key = $2 and source is null',
    values: [tenant.id, keyOf(stored.event), digest],
  });
  const trail = { tenantId: tenant.id, at: context.clock.now(), actor: member.id };
  await audit(tx, {
    ...trail,
    action: 'trace.event',
    subject: stored.event,
    detail: { state: stored.state },
  });
  const { event, state, refusals } = stored;
  return { event, state, refusals: [...refusals], digest, credential };
}

/** The refusals of a step stand below the event that was posted. */
function placed(refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((refusal) => ({ ...refusal, path: `/event${refusal.path}` }));
}
