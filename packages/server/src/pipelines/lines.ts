import type { Queryable } from '../trade/store/bulk.ts';

export interface LineRow {
  readonly line: string;
  readonly name: string | null;
  readonly operator_did: string | null;
  readonly operator_name: string | null;
  readonly commodity: string | null;
}

/** What is known of a line at a tenant before any month is computed; undefined where it holds no paper of it. */
export async function lineNamed(db: Queryable, tenantId: string, line: string): Promise<LineRow | undefined> {
  const { rows } = await db.query<LineRow>({
    name: 'pipeline-line',
    text: `select line, name, operator_did, operator_name, commodity from pipeline_lines
           where tenant_id = $1 and line = $2`,
    values: [tenantId, line],
  });
  return rows[0];
}
