import type { EpcisDimension } from '@portolan/contract';
import type { Pool } from 'pg';

const COLUMNS: Readonly<Record<EpcisDimension, string>> = {
  eventTypes: 'type',
  bizSteps: 'biz_step',
  bizLocations: 'biz_location',
  readPoints: 'read_point',
  dispositions: 'disposition',
  epcs: 'unnest(epcs || input_epcs || output_epcs || case when parent_id is null then array[]::text[] else array[parent_id] end)',
};

/** The parameter of SimpleEventQuery that asks for one value of a dimension. */
export const parameterOf: Readonly<Record<EpcisDimension, string>> = {
  eventTypes: 'eventType',
  epcs: 'MATCH_anyEPC',
  bizSteps: 'EQ_bizStep',
  bizLocations: 'EQ_bizLocation',
  readPoints: 'EQ_readPoint',
  dispositions: 'EQ_disposition',
};

/** The values that a tenant's events have, in order, after one of them. */
export async function listValues(
  pool: Pool,
  tenantId: string,
  dimension: EpcisDimension,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ value: string }>({
    name: `epcis-values-${dimension}`,
    text: `select value from (select distinct ${COLUMNS[dimension]} as value from epcis_events where tenant_id = $1) as known
           where value > $2 order by value limit $3`,
    values: [tenantId, after, limit],
  });
  return rows.map(({ value }) => value);
}
