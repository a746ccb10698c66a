import { createHash } from 'node:crypto';
import type { DraftedEntry } from '@portolan/contract';
import { canonicalize, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import type { OwnerEntry } from '@portolan/programs';
import { audit } from '../platform/audit.ts';
import type { TradeContext } from '../trade/context.ts';
import { storeDraft } from '../trade/draft/create.ts';
import { givenOf } from '../trade/draft/given.ts';
import type { Act } from '../trade/draft/steps.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { pipelinesCatalogue } from './catalogue.ts';
import { type EvidencePack, evidencePack } from './evidence-pack.ts';
import { type OpenMonth, openMonth } from './open-month.ts';

interface Asked {
  readonly line: string;
  readonly month: string;
  readonly owner: string | undefined;
}

/**
 * Makes a draft for each owner and period of a month that is not entered yet, with its evidence. One that was drafted or filed
 * before is named and not made again; one that was discarded is. Refuses whoever may not file, and an owner with nothing to enter.
 */
export async function draftEntries(
  context: TradeContext,
  act: Act,
  { line, month, owner }: Asked,
): Promise<Result<DraftedEntry[]>> {
  const mayFile = givenOf({ ...act, typed: {} });
  if (!mayFile.ok) return mayFile;
  const opened = await openMonth(context, act, line, month);
  if (!opened.ok) return opened;
  const asked = opened.value.head.entries.filter((entry) => owner === undefined || entry.owner.did === owner);
  if (asked.length === 0 && owner !== undefined)
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_OWNER', { params: { owner, month } }));
  const made: DraftedEntry[] = [];
  for (const entry of asked) {
    const drafted = await draftOne(context, act, opened.value, entry);
    if (!drafted.ok) return drafted;
    made.push(drafted.value);
  }
  return ok(made);
}

async function draftOne(
  context: TradeContext,
  act: Act,
  month: OpenMonth,
  entry: OwnerEntry,
): Promise<Result<DraftedEntry>> {
  const { owner, from, to } = entry;
  const { head } = month;
  const before = month.entered.find((one) => one.owner === owner.did && one.from <= to && from <= one.to);
  const base = { owner, from, to, evidence: 0, ticketsLeftOff: 0 };
  if (before) {
    const params = { owner: owner.name, from, to, entry: before.entry };
    const refusal = pipelinesCatalogue.refuse('NODE_PIPELINE_ENTERED', { params });
    const draft = isUuid(before.entry) ? { draft: before.entry } : {};
    return ok({ ...base, ...draft, made: false, refusals: [refusal] });
  }
  const key = { tenantId: act.tenant.id, line: head.line.id, month: head.month, entry };
  const pack = await evidencePack(context.pool, { ...key, batches: batchesOf(month, entry) });
  const caseId = await nextCaseId(context.pool, key);
  const typed = knownFields(pack, entry, head);
  const intake = { taken: pack.taken, refused: [] };
  const drafted = await storeDraft(context, act, { intake, typed, caseId });
  if (!drafted.ok) return drafted;
  await remember(context, act, { ...key, caseId });
  const { length } = pack.taken;
  return ok({
    ...{ ...base, draft: caseId, made: true, evidence: length, ticketsLeftOff: pack.ticketsLeftOff },
    refusals: [],
  });
}

/** Mode of transport of what comes by pipeline (CATAIR Appendix B). */
const PIPELINE = '70';

/** What the month knows of an entry that no paper of its pack says: who enters, and how and where it came in. */
function knownFields(
  { taken }: EvidencePack,
  { owner, entryType, portOfEntry, from }: OwnerEntry,
  { line }: OpenMonth['head'],
): Record<string, JsonValue> {
  const has = (type: string) => taken.some(({ evidence }) => evidence.type === type);
  return {
    ...(has('CommercialInvoice')
      ? {}
      : {
          ...{ '/importerOfRecord/name': owner.name, '/importerOfRecord/did': owner.did },
          '/entryType': entryType,
        }),
    ...(has('PipelineManifest')
      ? {}
      : {
          ...{ '/portOfEntry': portOfEntry, '/modeOfTransport': PIPELINE },
          ...{ '/carrier/name': line.operator.name, '/importDate': from, '/exportDate': from },
        }),
  };
}

function batchesOf(month: OpenMonth, { owner, from, to }: OwnerEntry): Set<string> {
  const days = month.head.days.filter(({ day }) => from <= day && day <= to);
  const own = days.flatMap(({ day }) => month.crossingsOn(day).filter((one) => one.owner.did === owner.did));
  return new Set(own.map(({ batch }) => batch));
}

interface EntryKey {
  readonly tenantId: string;
  readonly line: string;
  readonly month: string;
  readonly entry: OwnerEntry;
}

/** The same for two calls at the same moment, so that one draft comes of both; another one once a draft was discarded. */
async function nextCaseId(db: Queryable, { tenantId, line, month, entry }: EntryKey): Promise<string> {
  const { owner, from, to } = entry;
  const { rows } = await db.query<{ earlier: number }>({
    name: 'pipeline-entries-earlier',
    text: `select count(*)::integer as earlier from pipeline_entries
           where tenant_id = $1 and line = $2 and month = $3 and owner_did = $4 and from_day = $5 and to_day = $6`,
    values: [tenantId, line, month, owner.did, from, to],
  });
  const name = ['pipeline entry', tenantId, line, month, owner.did, from, to, rows[0]?.earlier ?? 0];
  const bytes = createHash('sha256').update(canonicalize(name)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function remember(
  { pool, clock }: TradeContext,
  { tenant, member }: Act,
  { tenantId, line, month, entry, caseId }: EntryKey & { readonly caseId: string },
): Promise<void> {
  const volumes = entry.lines.map(({ hts, volume }) => ({ hts, volume }));
  await pool.query({
    name: 'pipeline-entry-keep',
    text: `insert into pipeline_entries (tenant_id, line, month, owner_did, from_day, to_day, case_id, volumes)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    values: [tenantId, line, month, entry.owner.did, entry.from, entry.to, caseId, JSON.stringify(volumes)],
  });
  const trail = { tenantId: tenant.id, at: clock.now(), actor: member.id, subject: caseId };
  await audit(pool, { ...trail, action: 'pipeline.entry', detail: { line, month, owner: entry.owner.did } });
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
