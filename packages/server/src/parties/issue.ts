import {
  type Digest,
  type JsonObject,
  ok,
  parseDate,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { isAttestationType, partiesCatalogue } from '@portolan/parties';
import { issue } from '../credentials/issue/issue.ts';
import type { Moment } from '../exchange/moment.ts';
import type { Auth } from '../platform/tenant.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { PartyContext } from './context.ts';
import { type Gift, giveAttestations } from './give.ts';
import { recheckTouched } from './monitor.ts';
import { reachableAmong } from './reachable.ts';
import { insertAttestations } from './store.ts';
import { verifyGiven } from './verify.ts';

export interface AttestationDraft {
  readonly type: string;
  readonly document: JsonObject;
  readonly validUntil?: string;
}

export interface IssuedRow {
  readonly row: number;
  readonly digest?: Digest;
  readonly refusals: readonly Refusal[];
}

/**
 * Signs attestations, keeps them and sends each to its subject and to whom else is named. A row that is refused does not hold up
 * the others: whoever attests for hundreds mends the few.
 */
export async function issueAttestations(
  context: PartyContext & Parameters<typeof recheckTouched>[0],
  { tenant, member }: Auth,
  drafts: readonly AttestationDraft[],
  copyTo: readonly string[],
  moment: Moment,
): Promise<IssuedRow[]> {
  const credentials = new Map<Digest, JsonObject>();
  const rows: IssuedRow[] = [];
  for (const [row, draft] of drafts.entries()) {
    const issued = await issueOne(context, { tenant, member, by: 'session', scopes: [] }, draft, moment);
    if (issued.ok) credentials.set(issued.value.digest, issued.value.credential);
    rows.push(
      issued.ok ? { row, digest: issued.value.digest, refusals: [] } : { row, refusals: issued.refusals },
    );
  }
  const held = await verifyGiven(context, tenant, credentials, moment);
  await withTransaction(context.pool, (tx) => insertAttestations(tx, held));
  recheckTouched(context, held);
  const gifts = held.flatMap(({ record }): Gift[] =>
    [...new Set([record.subject, ...copyTo])]
      .filter((to) => to !== tenant.did)
      .map((to) => ({ from: tenant, to, digests: [record.digest], moment })),
  );
  const known = new Set(
    await reachableAmong(
      context.pool,
      gifts.map(({ to }) => to),
    ),
  );
  await giveAttestations(
    context,
    gifts.filter(({ to }) => known.has(to)),
  );
  return rows;
}

async function issueOne(
  context: PartyContext,
  { tenant, member }: Auth,
  { type, document, validUntil }: AttestationDraft,
  { at }: Moment,
): Promise<Result<{ digest: Digest; credential: JsonObject }>> {
  if (!isAttestationType(type))
    return refused(partiesCatalogue.refuse('PARTY_TYPE_UNKNOWN', { path: '/type', params: { type } }));
  const until = validUntil === undefined ? undefined : parseDate(validUntil, '/validUntil');
  if (until?.ok === false) return until;
  const request = { type, document, at, actor: member.id, ...(until ? { validUntil: until.value } : {}) };
  const row = await issue(context, tenant, request);
  return row.ok
    ? ok({ digest: row.value.digest as Digest, credential: row.value.credential as JsonObject })
    : row;
}
