import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import type { Queryable } from '../queryable.ts';
import type { PublishedRegister } from './published-register.ts';

export interface FetchedRegister {
  readonly register: PublishedRegister;
  readonly signed: JsonObject;
  readonly digest: Digest;
}

/** Puts an agency's register in the place of the one before. An older one replaces nothing, so that nobody can hide a suspension. */
export async function keepRegister(
  tx: Queryable,
  { register, signed, digest }: FetchedRegister,
  fetchedAt: Instant,
): Promise<void> {
  const { agency, asOf, validUntil, accreditations } = register;
  const { rowCount } = await tx.query(
    `insert into peer_registers as r (agency_did, as_of, valid_until, fetched_at, digest, signed)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (agency_did) do update set as_of = excluded.as_of, valid_until = excluded.valid_until,
       fetched_at = excluded.fetched_at, digest = excluded.digest, signed = excluded.signed
     where r.as_of <= excluded.as_of`,
    [agency, asOf, validUntil, fetchedAt, digest, JSON.stringify(signed)],
  );
  if (rowCount === 0) return;
  await tx.query('delete from peer_accreditations where agency_did = $1', [agency]);
  await tx.query(
    `insert into peer_accreditations (agency_did, did, id, name, credential_type, valid_from, valid_until, reason, suspensions)
     select $1, a.did, a.id, a.name, a."credentialType", a."from", a."until", a.reason, a.suspensions
     from json_to_recordset($2) as a (did text, id text, name text, "credentialType" text, "from" date, "until" date,
       reason text, suspensions json)
     on conflict do nothing`,
    [agency, JSON.stringify(accreditations)],
  );
}

export interface KeptRegister {
  readonly did: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly asOf: Instant;
}

/** Registers of agencies among the peers that were fetched before an instant. */
export async function registersFetchedBefore(db: Queryable, before: Instant): Promise<KeptRegister[]> {
  const { rows } = await db.query<KeptRegister>({
    name: 'peer-registers-old',
    text: `select p.did, p.name, p.base_url as "baseUrl", r.as_of as "asOf" from peer_registers r join peers p on p.did = r.agency_did
           where p.kind = 'agency' and r.fetched_at <= $1`,
    values: [before],
  });
  return rows;
}

/** An agency among the peers, by its identifier or its name. */
export async function agencyPeer(
  db: Queryable,
  named: string,
): Promise<{ readonly did: string; readonly name: string; readonly baseUrl: string } | undefined> {
  const { rows } = await db.query<{ did: string; name: string; baseUrl: string }>(
    `select did, name, base_url as "baseUrl" from peers where kind = 'agency' and (did = $1 or lower(name) = lower($1))
     order by did = $1 desc limit 2`,
    [named],
  );
  const [first, second] = rows;
  return first?.did === named || !second ? first : undefined;
}
