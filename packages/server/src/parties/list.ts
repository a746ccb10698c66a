import type { AttestationView } from '@portolan/contract';
import type { Attestation } from '@portolan/parties';
import type { Queryable } from '../trade/store/bulk.ts';

interface Row {
  readonly record: Attestation;
  readonly is_public: boolean;
  readonly issuer_name: string | null;
  readonly state: 'revoked' | 'suspended' | null;
  readonly total: string;
}

export interface AttestationQuery {
  /** Only those a tenant holds; for the public register only those that are public. */
  readonly tenantId?: string;
  readonly subjects?: readonly string[];
  readonly words?: string;
  readonly issuer?: string;
  readonly type?: string;
  /** Only these. */
  readonly digests?: readonly string[];
  readonly limit: number;
  /** How many of the newest to leave out. */
  readonly offset?: number;
}

/** Attestations for people, newest first. Without a tenant, only what their subjects made public. */
export async function listAttestations(
  db: Queryable,
  { tenantId, subjects, words = '', issuer, type, digests, limit, offset = 0 }: AttestationQuery,
): Promise<{ items: AttestationView[]; next?: string; total: number }> {
  const { rows } = await db.query<Row>({
    name: 'attestations-list',
    text: `select a.record, a.is_public, i.state,
             coalesce(t.name, p.name, (select min(name) from accreditations c where c.did = a.issuer)) as issuer_name,
             count(*) over () as total
           from attestations a
           left join issued_credentials i on i.digest = a.digest and i.state <> 'valid'
           left join tenants t on t.did = a.issuer left join peers p on p.did = a.issuer
           where ($1::uuid is null and a.is_public or a.tenant_id = $1)
             and ($2::text[] is null or a.subject = any($2))
             and ($3 = '' or a.name ilike '%' || $3 || '%' or exists (select from unnest(a.identifiers) one where one ilike '%' || $3 || '%'))
             and ($6::text is null or a.issuer = $6) and ($7::text is null or a.type = $7)
             and ($8::text[] is null or a.digest = any($8))
           order by a.signed_at desc, a.digest limit $4 offset $5`,
    values: [
      ...[tenantId ?? null, subjects ?? null, words.replace(/[\\%_]/g, '\\$&'), limit, offset],
      ...[issuer ?? null, type ?? null, digests ?? null],
    ],
  });
  const total = Number(rows[0]?.total ?? 0);
  const next = offset + rows.length < total ? { next: String(offset + rows.length) } : {};
  return { items: rows.map(viewOf), ...next, total };
}

function viewOf({ record, is_public, issuer_name, state }: Row): AttestationView {
  const { digest, type, kind, issuer, subject, signedAt, until, party, faults, changes } = record;
  const revoked = changes.some(({ purpose }) => purpose === 'revocation');
  return {
    ...{ digest, type, issuer, subject, signedAt },
    ...(kind ? { kind } : {}),
    ...(until ? { until } : {}),
    issuerName: issuer_name ?? issuer,
    subjectName: party.name,
    isPublic: is_public,
    state: faults.length > 0 ? 'unsound' : (state ?? (revoked ? 'revoked' : 'held')),
  };
}

/** Shows an attestation about the tenant itself in the public register, or takes it out; false where it holds none such. */
export async function setPublic(
  db: Queryable,
  tenant: { readonly id: string; readonly did: string },
  digest: string,
  isPublic: boolean,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update attestations set is_public = $4 where tenant_id = $1 and subject = $2 and digest = $3',
    [tenant.id, tenant.did, digest, isPublic],
  );
  return rowCount !== 0;
}

/** Parties that a tenant holds attestations about, by name. */
export async function subjectsHeld(
  db: Queryable,
  tenantId: string,
  {
    words = '',
    limit,
    after = '',
  }: { readonly words?: string; readonly limit: number; readonly after?: string },
): Promise<{ subjects: string[]; total: number }> {
  const { rows } = await db.query<{ subject: string; total: string }>({
    name: 'attestations-subjects',
    text: `select subject, count(*) over () as total from attestations
           where tenant_id = $1 and ($2 = '' or name ilike '%' || $2 || '%')
           group by subject having subject > $4 order by subject limit $3`,
    values: [tenantId, words.replace(/[\\%_]/g, '\\$&'), limit, after],
  });
  return { subjects: rows.map(({ subject }) => subject), total: Number(rows[0]?.total ?? 0) };
}

/** Parties that made something public, in the order of their identifiers; by name or identifier where words are given. */
export async function publicSubjects(
  db: Queryable,
  {
    words = '',
    limit,
    after = '',
  }: { readonly words?: string; readonly limit: number; readonly after?: string },
): Promise<{ subjects: string[]; total: number }> {
  const { rows } = await db.query<{ subject: string; total: string }>({
    name: 'register-subjects',
    text: `with found as (
             select distinct subject from attestations
             where is_public and ($1 = '' or name ilike '%' || $1 || '%'
               or exists (select from unnest(identifiers) one where one ilike '%' || $1 || '%')))
           select subject, (select count(*) from found) as total from found
           where subject > $2 order by subject limit $3`,
    values: [words.replace(/[\\%_]/g, '\\$&'), after, limit],
  });
  return { subjects: rows.map(({ subject }) => subject), total: Number(rows[0]?.total ?? 0) };
}

/** Identifiers that public attestations about some parties carry, each once, by party. One query. */
export async function publicIdentifiers(
  db: Queryable,
  subjects: readonly string[],
): Promise<Map<string, Attestation['party']['identifiers']>> {
  const { rows } = await db.query<{ subject: string; identifiers: Attestation['party']['identifiers'] }>({
    name: 'register-identifiers',
    text: `select subject, record -> 'party' -> 'identifiers' as identifiers from attestations
           where is_public and subject = any($1) order by signed_at desc limit 5000`,
    values: [subjects],
  });
  const bySubject = Map.groupBy(rows, ({ subject }) => subject);
  return new Map(
    [...bySubject].map(([subject, own]) => {
      const all = own.flatMap(({ identifiers }) => identifiers);
      return [subject, [...new Map(all.map((one) => [`${one.scheme} ${one.value}`, one])).values()]];
    }),
  );
}
