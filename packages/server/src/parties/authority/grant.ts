import {
  type CalendarDate,
  type Digest,
  isRecord,
  type JsonObject,
  ok,
  parseDate,
  type Result,
} from '@portolan/kernel';
import type { AuthorityType } from '@portolan/parties';
import { issue } from '../../credentials/issue/issue.ts';
import type { Moment } from '../../exchange/moment.ts';
import type { Auth } from '../../platform/tenant.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../../trade/context.ts';
import { signedEvidence } from '../../trade/evidence/item.ts';
import { standingRow } from '../../trade/evidence/standing.ts';
import { readEvidence } from '../../trade/store/evidence.ts';
import { addStanding } from '../../trade/store/standing.ts';
import { giveAttestations } from '../give.ts';
import { reachableAmong } from '../reachable.ts';
import { chainAbove, type HeldAuthority, insertAuthority } from './store.ts';
import { verifyAuthority } from './verify.ts';

export interface Grant {
  readonly type: AuthorityType;
  readonly document: JsonObject;
  readonly validUntil?: string;
  readonly copyTo: readonly string[];
}

export interface Granted {
  readonly digest: Digest;
  readonly credential: JsonObject;
}

/**
 * Signs a power of attorney, a delegation, or that somebody is officer or employee; keeps it and sends it to whom it is given
 * and to whom else is named. A delegation takes the powers along that it comes from, so that its receiver can check the chain.
 */
export async function grantAuthority(
  context: TradeContext,
  { tenant, member }: Auth,
  { type, document, validUntil, copyTo }: Grant,
  moment: Moment,
): Promise<Result<Granted>> {
  const until = validUntil === undefined ? undefined : parseDate(validUntil, '/validUntil');
  if (until?.ok === false) return until;
  const request = { type, document, at: moment.at, actor: member.id };
  const row = await issue(context, tenant, {
    ...request,
    ...(until ? { validUntil: until.value as CalendarDate } : {}),
  });
  if (!row.ok) return row;
  const granted = { digest: row.value.digest as Digest, credential: row.value.credential as JsonObject };
  const held = await verifyAuthority(
    context,
    tenant,
    new Map([[granted.digest, granted.credential]]),
    moment,
  );
  await keepAuthority(context, held);
  const above = await chainAbove(context.pool, tenant.id, parentsIn(held));
  const digests = [
    granted.digest,
    ...(await readEvidence(context.pool, tenant.id, above)).keys(),
  ] as Digest[];
  const receivers = await reachableAmong(context.pool, [
    ...new Set([receiverOf(document), ...copyTo].filter((did) => did !== undefined && did !== tenant.did)),
  ] as string[]);
  await giveAttestations(
    context,
    receivers.map((to) => ({ from: tenant, to, digests, moment })),
  );
  return ok(granted);
}

/** Keeps credentials about authority; a power of attorney goes on record as well, where filings look for it. */
export async function keepAuthority(context: TradeContext, held: readonly HeldAuthority[]): Promise<void> {
  const records = held.flatMap(({ type, evidence }) => {
    if (type !== 'PowerOfAttorney' || evidence.verdict === null) return [];
    const credential = JSON.parse(Buffer.from(evidence.content).toString()) as JsonObject;
    const item = signedEvidence(credential, JSON.parse(evidence.verdict));
    const row = item && standingRow(item, evidence.tenant_id);
    return row ? [row] : [];
  });
  await withTransaction(context.pool, async (tx) => {
    await insertAuthority(tx, held);
    if (records.length > 0) await addStanding(tx, records);
  });
}

function parentsIn(held: readonly HeldAuthority[]): string[] {
  return held.flatMap(({ record }) => ('power' in record ? (record.power.parent ?? []) : []));
}

/** Who receives what is granted: the grantee, or the organization whose person it is about. */
function receiverOf({ grantee, organization }: JsonObject): string | undefined {
  const party = isRecord(grantee) ? grantee : organization;
  return isRecord(party) && typeof party.did === 'string' ? party.did : undefined;
}
