import type { Instant } from '@portolan/kernel';
import type { OversightAct } from '@portolan/parties';
import type { Queryable } from '../trade/store/bulk.ts';

/** An agency with a seat here whose register and policies can be asked. */
export interface Agency {
  readonly id: string;
  readonly did: string;
  readonly name: string;
}

/** Statuses that a customs administration itself confers; nobody accredits it for them. */
const OWN_TYPES = ['CTPATCertificate', 'AEOCertificate'] as const;
const EVER = '2000-01-01T00:00:00.000Z' as Instant;

/** The agencies whose registers and policies are kept on this node: the own one first where the tenant is one. */
export async function agenciesHere(db: Queryable, tenantId: string): Promise<Agency[]> {
  const { rows } = await db.query<Agency>({
    name: 'parties-agencies',
    text: `select id::text, did, name from tenants where kind = 'agency' order by (id = $1) desc, did`,
    values: [tenantId],
  });
  return rows;
}

/** The agency of a tenant that is one. */
export async function agencyHere(db: Queryable, tenantId: string): Promise<Agency> {
  const [agency] = await agenciesHere(db, tenantId);
  if (agency?.id !== tenantId) throw new Error(`the tenant ${tenantId} is no agency`);
  return agency;
}

/** Every act of an agency's oversight: accreditations and suspensions as the trust register keeps them, and all others. */
export async function actsOf(db: Queryable, agency: Agency): Promise<OversightAct[]> {
  const [kept, accreditations] = await Promise.all([keptActs(db, agency), accreditationActs(db, agency)]);
  return [...ownActs(agency), ...accreditations, ...kept];
}

async function keptActs(db: Queryable, { id }: Agency): Promise<OversightAct[]> {
  const { rows } = await db.query<{ record: OversightAct }>({
    name: 'oversight-acts',
    text: 'select record from oversight_acts where tenant_id = $1 order by at, id',
    values: [id],
  });
  return rows.map(({ record }) => record);
}

interface RegisterRow {
  readonly id: string;
  readonly did: string;
  readonly name: string;
  readonly credential_type: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly reason: string;
  readonly accredited_by: string;
  readonly accredited_at: Instant;
  readonly suspended_at: Instant | null;
  readonly suspend_reason: string | null;
  readonly suspended_by: string | null;
  readonly lifted_at: Instant | null;
  readonly lift_reason: string | null;
  readonly lifted_by: string | null;
}

async function accreditationActs(db: Queryable, agency: Agency): Promise<OversightAct[]> {
  const { rows } = await db.query<RegisterRow>({
    name: 'oversight-accreditations',
    text: `select a.id::text, a.did, a.name, a.credential_type, a.valid_from::text, a.valid_until::text, a.reason,
             a.accredited_by, a.accredited_at, s.suspended_at, s.reason as suspend_reason, s.suspended_by,
             s.lifted_at, s.lift_reason, s.lifted_by
           from accreditations a left join accreditation_suspensions s
             on (s.tenant_id, s.did, s.accreditation_id) = (a.tenant_id, a.did, a.id)
           where a.tenant_id = $1 order by a.id, s.suspended_at`,
    values: [agency.id],
  });
  const unique = new Map(rows.flatMap((row) => actsOfRow(agency, row)).map((act) => [act.id, act]));
  return [...unique.values()];
}

function actsOfRow({ did: agency }: Agency, row: RegisterRow): OversightAct[] {
  const { id, did, name, credential_type, valid_from, valid_until, reason, accredited_by, accredited_at } =
    row;
  const { suspended_at, suspend_reason, suspended_by, lifted_at, lift_reason, lifted_by } = row;
  return [
    {
      // The register dates an accreditation by its first day: it may be entered later for a time before.
      ...{ act: 'accredit', id, at: earlier(accredited_at, valid_from), agency, by: accredited_by, reason },
      ...{ attester: did, name, credentialType: credential_type, from: valid_from },
      ...(valid_until === null ? {} : { until: valid_until }),
    },
    ...(suspended_at === null
      ? []
      : [
          {
            ...{
              act: 'suspend' as const,
              id: `${id} ${suspended_at}`,
              at: suspended_at,
              agency,
              accreditation: id,
            },
            ...{ by: suspended_by ?? '', reason: suspend_reason ?? '' },
          },
        ]),
    ...(lifted_at === null
      ? []
      : [
          {
            ...{
              act: 'restore' as const,
              id: `${id} ${lifted_at}`,
              at: lifted_at,
              agency,
              accreditation: id,
            },
            ...{ by: lifted_by ?? '', reason: lift_reason ?? '' },
          },
        ]),
  ];
}

function earlier(at: Instant, day: string): Instant {
  const first = `${day}T00:00:00.000Z` as Instant;
  return first < at ? first : at;
}

function ownActs({ did, name }: Agency): OversightAct[] {
  return OWN_TYPES.map((credentialType) => ({
    ...{ act: 'accredit' as const, id: `own ${did} ${credentialType}`, at: EVER, agency: did, by: name },
    ...{
      reason: 'Confers this status itself.',
      attester: did,
      name,
      credentialType,
      from: EVER.slice(0, 10),
    },
  }));
}
