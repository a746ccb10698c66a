import type { Instant } from '@portolan/kernel';
import type { Queryable } from '../queryable.ts';

/** One accreditation of the register, with the times it was suspended. */
export interface AccreditationRow {
  readonly id: string;
  /** Null for the register of an agency elsewhere, as its node published it. */
  readonly agency_id: string | null;
  readonly agency_name: string;
  readonly did: string;
  readonly name: string;
  readonly credential_type: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly reason: string;
  readonly accredited_by: string;
  readonly accredited_at: Instant;
  readonly suspensions: readonly Suspension[];
}

export interface Suspension {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly reason: string;
  readonly by: string;
  readonly liftReason: string | null;
  readonly liftedBy: string | null;
}

const INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
const SELECT = `
  select a.id::text, a.tenant_id as agency_id, t.name as agency_name, a.did, a.name, a.credential_type, a.valid_from, a.valid_until,
         a.reason, a.accredited_by, a.accredited_at,
         coalesce((
           select json_agg(json_build_object(
                    'from', to_char(s.suspended_at at time zone 'UTC', '${INSTANT}'),
                    'until', to_char(s.lifted_at at time zone 'UTC', '${INSTANT}'),
                    'reason', s.reason, 'by', s.suspended_by, 'liftReason', s.lift_reason, 'liftedBy', s.lifted_by)
                  order by s.suspended_at)
           from accreditation_suspensions s
           where s.tenant_id = a.tenant_id and s.did = a.did and s.accreditation_id = a.id
         ), '[]') as suspensions
  from accreditations a join tenants t on t.id = a.tenant_id`;

/**
 * The same of agencies elsewhere, from the copies that were fetched of peers, as long as these speak. The name says as of when.
 */
const SELECT_PEERS = `
  select a.id, null::uuid, p.name || ' (its register as of ' || to_char(r.as_of at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC)',
         a.did, a.name, a.credential_type, a.valid_from, a.valid_until, a.reason, p.name, r.as_of,
         coalesce((select json_agg(json_build_object('from', s->>'from', 'until', s->>'until', 'reason', s->>'reason',
                    'by', p.name, 'liftReason', s->>'reason', 'liftedBy', p.name)) from json_array_elements(a.suspensions) s), '[]')
  from peer_accreditations a join peer_registers r using (agency_did) join peers p on p.did = a.agency_did and p.kind = 'agency'`;
const NO_AGENCY = `not exists (select from tenants own where own.id = $1 and own.kind = 'agency')`;

/** What the registers in force for a tenant say of some DIDs: an agency's own, or those of all agencies here and of its peers for a trade member. */
export async function accreditationsOf(
  db: Queryable,
  tenantId: string,
  dids: readonly string[],
  now: Instant,
): Promise<AccreditationRow[]> {
  const { rows } = await db.query<AccreditationRow>({
    name: 'accreditations-of',
    text: `${SELECT} where a.did = any($2) and (a.tenant_id = $1 or ${NO_AGENCY})
           union all ${SELECT_PEERS} where a.did = any($2) and r.valid_until >= $3 and ${NO_AGENCY}`,
    values: [tenantId, [...new Set(dids)], now],
  });
  return rows;
}

/** The whole register as a tenant sees it, newest first. */
export async function readRegister(db: Queryable, tenantId: string): Promise<AccreditationRow[]> {
  const { rows } = await db.query<AccreditationRow>(
    `select * from (${SELECT} where a.tenant_id = $1 or ${NO_AGENCY} union all ${SELECT_PEERS} where ${NO_AGENCY}) register
     order by accredited_at desc, id`,
    [tenantId],
  );
  return rows;
}

export async function readAccreditation(
  db: Queryable,
  agencyId: string,
  id: string,
): Promise<AccreditationRow | undefined> {
  const { rows } = await db.query<AccreditationRow>(`${SELECT} where a.tenant_id = $1 and a.id::text = $2`, [
    agencyId,
    id,
  ]);
  return rows[0];
}
