import type { Pool } from 'pg';

/** How an agency stands with one program. */
export interface ProgramCounts {
  readonly entries: number;
  /** Entries that wait for an officer, or for somebody's answer. */
  readonly open: number;
}

/** Entries of an agency by program, in one query. */
export async function countByProgram(pool: Pool, tenantId: string): Promise<Map<string, ProgramCounts>> {
  const { rows } = await pool.query<ProgramCounts & { program: string }>({
    name: 'assess-programs',
    text: `select program, count(*)::int as entries,
             (count(*) filter (where state in ('referred', 'asked', 'answered', 'held')))::int as open
           from cases where tenant_id = $1 and face = 'agency' group by program`,
    values: [tenantId],
  });
  return new Map(rows.map(({ program, entries, open }) => [program, { entries, open }]));
}
