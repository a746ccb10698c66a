import type { JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { SignedDecision } from '../decision/document.ts';
import { type KeptDossier, readKept } from '../dossier/kept.ts';
import type { DecisionNoticeBody } from './body.ts';
import type { NoticeRow } from './store.ts';

/** A decision by the rules as its notice keeps it until it is sent: what is in no row, and which row has the rest. */
export type RulesDecisionTold = Omit<
  DecisionNoticeBody,
  'receipts' | 'decision' | 'observations' | 'verdicts'
> & { readonly step: number };

/** A notice with its body read. */
export type ReadNotice = NoticeRow & { readonly told: JsonObject };

interface DecidedRow {
  readonly tenant_id: string;
  readonly case_id: string;
  readonly step: number;
  readonly document: Uint8Array;
  readonly observations: Uint8Array;
  readonly dossier: Uint8Array;
}

/** Reads what notices tell; what those of the rules' decisions only name comes from their rows, in one query. */
export async function readTold(tx: PoolClient, notices: readonly NoticeRow[]): Promise<ReadNotice[]> {
  const read = notices.map((notice) => ({ ...notice, told: readKept<JsonObject>(notice.body) }));
  const decided = await decidedRows(tx, read.filter(isByRules));
  return read.map((notice) => {
    const row = decided.get(keyOf(notice.tenant_id, notice.thread_id, notice.told.step));
    return row ? { ...notice, told: completed(notice.told as unknown as RulesDecisionTold, row) } : notice;
  });
}

function isByRules({ kind, told }: ReadNotice): boolean {
  return kind === 'decision' && told.step !== undefined;
}

async function decidedRows(tx: PoolClient, notices: readonly ReadNotice[]): Promise<Map<string, DecidedRow>> {
  if (notices.length === 0) return new Map();
  const { rows } = await tx.query<DecidedRow>({
    name: 'notices-decided',
    text: `select d.tenant_id, d.case_id, d.step, d.document, d.observations, f.dossier
           from unnest($1::uuid[], $2::uuid[], $3::int[]) as told (tenant_id, case_id, step)
           cross join lateral (
             select * from decisions d
             where d.tenant_id = told.tenant_id and d.case_id = told.case_id and d.step = told.step limit 1
           ) as d
           cross join lateral (
             select f.dossier from filings f
             where f.tenant_id = d.tenant_id and f.case_id = d.case_id and f.version = d.version limit 1
           ) as f`,
    values: [
      notices.map(({ tenant_id }) => tenant_id),
      notices.map(({ thread_id }) => thread_id),
      notices.map(({ told }) => told.step),
    ],
  });
  return new Map(rows.map((row) => [keyOf(row.tenant_id, row.case_id, row.step), row]));
}

function keyOf(tenantId: string, caseId: string, step: unknown): string {
  return `${tenantId} ${caseId} ${step}`;
}

function completed({ step: _, ...told }: RulesDecisionTold, row: DecidedRow): JsonObject {
  const whole: Omit<DecisionNoticeBody, 'receipts'> = {
    ...told,
    decision: readKept<SignedDecision>(row.document),
    observations: readKept<DecisionNoticeBody['observations']>(row.observations),
    verdicts: [...readKept<Pick<KeptDossier, 'evidence'>>(row.dossier).evidence],
  };
  return whole as unknown as JsonObject;
}
