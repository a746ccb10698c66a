import { verifyCredential } from '@portolan/credentials';
import type { Instant, JsonObject } from '@portolan/kernel';
import { type Attestation, readAttestation } from '@portolan/parties';
import type { NodeContext } from '../platform/context.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { tellHoldersOf } from './authority/tell.ts';
import type { PartyContext } from './context.ts';
import type { HeldAttestation } from './store.ts';
import { spread, touchedBy } from './touched.ts';
import { recheckWatched } from './watch.ts';

type Watching = Pick<NodeContext, 'pool' | 'crypto' | 'events' | 'clock'>;

/** After an issuer here took a credential back or gave it again: the watched standings that rest on it are computed again. */
export async function afterStatusChange(context: Watching, digest: string): Promise<void> {
  const { rows } = await context.pool.query<{ subject: string }>({
    name: 'attestations-of-digest',
    text: 'select distinct subject from attestations where digest = $1',
    values: [digest],
  });
  await tellHoldersOf(context, digest, context.clock.now());
  if (rows.length === 0) return;
  const subjects = await spread(
    context.pool,
    rows.map(({ subject }) => subject),
  );
  await recheckWatched(context, context.clock.now(), subjects);
}

/** After the trust register changed: whoever the attester attested, and those who rest on them. */
export async function afterRegisterChange(context: Watching, attester: string): Promise<void> {
  await recheckWatched(context, context.clock.now(), await spread(context.pool, [attester]));
}

interface HeldRow {
  readonly digest: string;
  readonly record: Attestation;
  readonly credential: JsonObject;
}

/**
 * Looks again at the attestations that a tenant holds about a party, their issuers' status lists asked anew, and notes what was
 * taken back elsewhere. A revocation counts from the moment it was learned: nobody here knows an earlier one.
 */
export async function refreshStatus(
  context: Pick<PartyContext, 'pool' | 'crypto' | 'buildTrust'>,
  tenantId: string,
  subject: string,
  at: Instant,
): Promise<number> {
  const { rows } = await context.pool.query<HeldRow>({
    name: 'attestations-to-refresh',
    text: 'select digest, record, credential from attestations where tenant_id = $1 and subject = $2',
    values: [tenantId, subject],
  });
  if (rows.length === 0) return 0;
  const credentials = rows.map(({ credential }) => credential);
  const batch = await context.buildTrust({ tenantId, at, credentials, statusLists: [], asks: true });
  const changed: Attestation[] = [];
  for (const { record, credential } of rows) {
    const verdict = await verifyCredential(
      credential,
      batch.trust({ instant: record.signedAt, source: 'first-receipt' }),
    );
    const read = readAttestation(credential, verdict);
    if (read.ok) changed.push(...withChanges(record, read.value, at));
  }
  await store(context.pool, tenantId, changed);
  return changed.length;
}

/** What the issuer's lists say now, added to what was known: a suspension that is gone has ended now. */
function withChanges(known: Attestation, now: Attestation, at: Instant): Attestation[] {
  const open = known.changes.filter(({ until }) => until === undefined);
  const added = now.changes.filter((one) => !open.some(({ purpose }) => purpose === one.purpose));
  const ended = open.filter(
    ({ purpose }) => purpose === 'suspension' && !now.changes.some((one) => one.purpose === purpose),
  );
  if (added.length === 0 && ended.length === 0) return [];
  const kept = known.changes.map((one) => (ended.includes(one) ? { ...one, until: at } : one));
  return [{ ...known, changes: [...kept, ...added.map(({ purpose }) => ({ purpose, from: at }))] }];
}

async function store(db: Queryable, tenantId: string, records: readonly Attestation[]): Promise<void> {
  if (records.length === 0) return;
  await db.query({
    name: 'attestations-refresh',
    text: `update attestations a set record = given.record
           from json_to_recordset($2) as given (subject text, digest text, record json)
           where a.tenant_id = $1 and a.subject = given.subject and a.digest = given.digest`,
    values: [
      tenantId,
      JSON.stringify(records.map((record) => ({ subject: record.subject, digest: record.digest, record }))),
    ],
  });
}

type Recheck = Watching & Pick<PartyContext, 'buildTrust'> & Pick<NodeContext, 'logger'>;

/**
 * Beside whatever comes next: looks again at what is held about the subjects of attestations that came in, since newer status
 * lists may have come along, and computes the watched standings that they touch. A fault is logged, and the next one mends it.
 */
export function recheckTouched(context: Recheck, held: readonly HeldAttestation[]): void {
  if (held.length === 0) return;
  recheckAll(context, held).catch((error: unknown) =>
    context.logger.error({ error }, 'watched standings could not be computed again'),
  );
}

async function recheckAll(context: Recheck, held: readonly HeldAttestation[]): Promise<void> {
  const at = context.clock.now();
  const places = new Map(
    held.map(({ tenantId, record }) => [`${tenantId} ${record.subject}`, { tenantId, record }]),
  );
  for (const { tenantId, record } of places.values())
    await refreshStatus(context, tenantId, record.subject, at);
  await recheckWatched(context, at, await touchedBy(context.pool, held));
}
