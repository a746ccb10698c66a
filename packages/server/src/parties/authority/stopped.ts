import type { Digest, Instant, JsonObject, Refusal } from '@portolan/kernel';
import { type DraftInFlight, readAuthority, type SignedPower, stoppedDrafts } from '@portolan/parties';
import type { Moment } from '../../exchange/moment.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../../trade/context.ts';
import { heldCredential } from '../../trade/evidence/held.ts';
import { verifyBatch } from '../../trade/evidence/verify.ts';
import type { Queryable } from '../../trade/store/bulk.ts';
import { readEvidence } from '../../trade/store/evidence.ts';
import { authorityNear } from './store.ts';

export interface StoppedDraft {
  readonly id: string;
  readonly title: string;
  readonly refusals: readonly Refusal[];
}

/**
 * The drafts of a filer whose power is gone: what was revoked, suspended or ran out since they were begun. Limits of port and
 * value are looked at where the draft itself is opened.
 */
export async function draftsStopped(
  context: TradeContext,
  tenant: Tenant,
  { at, story }: Moment,
): Promise<StoppedDraft[]> {
  const drafts = await openDrafts(context.pool, tenant.id);
  if (drafts.length === 0) return [];
  const powers = await powersHeld(context, tenant, { at, story });
  const inFlight = drafts.map(
    ({ case_id, importer_did, story_at }): DraftInFlight => ({
      id: case_id,
      use: { power: 'file-entry', principal: importer_did, actor: tenant.did, at: story_at ?? at },
    }),
  );
  const titles = new Map(drafts.map(({ case_id, title }) => [case_id, title]));
  const evidence = { powers, persons: [], mayNameOfficers: () => false };
  return stoppedDrafts(inFlight, evidence).map((one) => ({ ...one, title: titles.get(one.id) ?? '' }));
}

interface OpenDraftRow {
  readonly case_id: string;
  readonly title: string;
  readonly importer_did: string;
  readonly story_at: Instant | null;
}

async function openDrafts(db: Queryable, tenantId: string): Promise<OpenDraftRow[]> {
  const { rows } = await db.query<OpenDraftRow>({
    name: 'authority-drafts',
    text: `select case_id::text, title, importer_did, story_at from cases
           where tenant_id = $1 and state = 'draft' and importer_did is not null order by updated_at desc limit 500`,
    values: [tenantId],
  });
  return rows;
}

/** Every power of attorney and delegation that a filer has on record, verified anew in one batch. */
async function powersHeld(context: TradeContext, tenant: Tenant, moment: Moment): Promise<SignedPower[]> {
  const { rows } = await context.pool.query<{ digest: string }>({
    name: 'authority-powers',
    text: `select digest from standing where tenant_id = $1 and other = $2 and type = 'PowerOfAttorney' limit 1000`,
    values: [tenant.id, tenant.did],
  });
  const passedOn = await authorityNear(context.pool, tenant.id, [tenant.did]);
  const held = await readEvidence(context.pool, tenant.id, [
    ...rows.map(({ digest }) => digest),
    ...passedOn,
  ]);
  const credentials = new Map<Digest, JsonObject>();
  for (const row of held.values())
    if (row.class === 'signed') credentials.set(row.digest, heldCredential(row));
  const { verdicts } = await verifyBatch(context, tenant.id, credentials, moment);
  return [...credentials].flatMap(([digest, credential]) => {
    const verdict = verdicts.get(digest);
    const read = verdict && readAuthority(credential, verdict);
    return read?.ok && 'power' in read.value ? [read.value.power] : [];
  });
}
