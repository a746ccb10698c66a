import type { RefusedFile } from '@portolan/contract';
import type { JsonValue, Pointer } from '@portolan/kernel';
import type { Queryable } from './bulk.ts';

/** What a filer adds to its documents. */
export interface DraftRow {
  readonly tenant_id: string;
  readonly case_id: string;
  readonly typed: Readonly<Record<Pointer, JsonValue>>;
  readonly refused_files: readonly RefusedFile[];
  /** Codes of findings and refusals that the draft once had. */
  readonly caught: readonly string[];
  readonly revision: number;
}

export async function readDraft(
  db: Queryable,
  tenantId: string,
  caseId: string,
): Promise<DraftRow | undefined> {
  const { rows } = await db.query<DraftRow>({
    name: 'draft-read',
    text: 'select * from drafts where tenant_id = $1 and case_id = $2',
    values: [tenantId, caseId],
  });
  return rows[0];
}

/** Writes a draft; the case row is locked by the caller. */
export async function saveDraft(tx: Queryable, draft: DraftRow): Promise<void> {
  await tx.query({
    name: 'draft-save',
    text: `insert into drafts (tenant_id, case_id, typed, refused_files, caught, revision)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (tenant_id, case_id) do update set typed = excluded.typed,
             refused_files = excluded.refused_files, caught = excluded.caught, revision = drafts.revision + 1`,
    values: [
      draft.tenant_id,
      draft.case_id,
      JSON.stringify(draft.typed),
      JSON.stringify(draft.refused_files),
      JSON.stringify(draft.caught),
      draft.revision,
    ],
  });
}
