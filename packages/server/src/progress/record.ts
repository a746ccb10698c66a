import type { MilestoneKind } from '@portolan/contract';
import { signDocument } from '@portolan/credentials';
import {
  dateInZone,
  digestJson,
  type JsonObject,
  type JsonValue,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { withTransaction } from '../platform/transaction.ts';
import { customsZone } from '../tariff/edition.ts';
import type { TradeContext } from '../trade/context.ts';
import { caseUnknown } from '../trade/draft/open.ts';
import type { Act } from '../trade/draft/steps.ts';
import { dashed } from '../trade/entry/filed.ts';
import type { CaseRow } from '../trade/store/cases.ts';
import { timeId } from '../trade/store/time-id.ts';
import { addEvents } from '../trade/store/timeline.ts';
import { progressCatalogue } from './catalogue.ts';
import { filedCases, insertMilestones, type MilestoneRow, markProgress } from './store.ts';

export interface GivenMilestone {
  readonly kind: MilestoneKind;
  readonly on: string;
  readonly note: string;
}

/** What a record is called in the timeline. */
export const milestoneWords: Readonly<Record<MilestoneKind, string>> = {
  released: 'Released',
  summary: 'Entry summary filed',
  paid: 'Paid',
  liquidated: 'Liquidated',
  rejected: 'Entry summary rejected',
};

/**
 * Records what became of entries in a system that does not report to this node: each as a note with its day, signed with the
 * organization's key, in the timeline and in the terms that follow from it. Only who filed an entry may; a later record of the same
 * kind counts instead of the earlier one, which stays. Nothing is recorded when one of them can't be.
 */
export async function recordMilestones(
  context: TradeContext,
  act: Act,
  entryNumbers: readonly string[],
  given: GivenMilestone,
): Promise<Result<MilestoneRow[]>> {
  const today = dateInZone(context.clock.now(), customsZone);
  if (given.on > today)
    return refused(
      progressCatalogue.refuse('NODE_MILESTONE_FUTURE', { path: '/on', params: { on: given.on, today } }),
    );
  const wanted = [...new Set(entryNumbers.map(dashed))];
  const cases = await filedCases(context.pool, act.tenant.id, wanted);
  const missing = wanted.filter((number) => !cases.some(({ entry_number }) => entry_number === number));
  if (missing.length > 0) return refused(missing.map((number) => caseUnknown('entry', number)));
  const rows = await Promise.all(cases.map((row) => signedRow(context, act, row, given)));
  await withTransaction(context.pool, async (tx) => {
    await insertMilestones(tx, rows);
    const caseIds = cases.map(({ case_id }) => case_id);
    await markProgress(tx, act.tenant.id, { kind: given.kind, on: given.on, caseIds });
    await addEvents(
      tx,
      rows.map(({ case_id, digest }) => ({
        ...{ tenant_id: act.tenant.id, case_id, at: act.moment.at, kind: 'milestone', actor: act.tenant.did },
        detail: {
          ...{ title: milestoneWords[given.kind], about: `on ${given.on}`, reason: given.note, digest },
          by: act.member.name,
        },
      })),
    );
  });
  return ok(rows);
}

async function signedRow(
  { crypto, keys }: TradeContext,
  { tenant, member, moment }: Act,
  { case_id, entry_number }: CaseRow,
  { kind, on, note }: GivenMilestone,
): Promise<MilestoneRow> {
  const document = {
    type: 'portolan/entry-milestone@1',
    ...{ entryNumber: entry_number ?? '', kind, on, note },
    ...{ by: { name: member.name, organization: tenant.name, did: tenant.did }, at: moment.at },
  };
  const signer = await keys.signer(tenant.id);
  const signed = (await signDocument(document, signer, crypto, {
    created: moment.at,
  })) as unknown as JsonObject;
  return {
    ...{ tenant_id: tenant.id, case_id, milestone_id: timeId(), kind, happened_on: on, note },
    ...{ signed, digest: digestJson(crypto, signed as JsonValue) },
    ...{ recorded_at: moment.at, recorded_by: member.name },
  };
}
