import type { DidDocument } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';
import type { PoolClient } from 'pg';

/**
 * Keeps the keys of a published DID document beside those seen before. A key that vanished counts as revoked from the moment
 * it was missed: its owner no longer stands for it. So does every key of a DID that was given up, from then on. A revocation,
 * once seen, is never taken back.
 */
export async function recordDidDocument(tx: PoolClient, document: DidDocument, at: Instant): Promise<void> {
  const { id, verificationMethod, assertionMethod, authentication, deactivated } = document;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`keys of ${id}`]);
  await tx.query(
    `insert into did_keys
       (did, method, multikey, controller, assertion, authentication, valid_from, expires, revoked, first_seen, last_seen)
     select $1, method, multikey, controller, assertion, authentication, valid_from, expires, revoked, $2, $2
     from unnest($3::text[], $4::text[], $5::text[], $6::boolean[], $7::boolean[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[])
       as seen (method, multikey, controller, assertion, authentication, valid_from, expires, revoked)
     on conflict (did, method, multikey) do update set
       controller = excluded.controller, assertion = excluded.assertion, authentication = excluded.authentication,
       expires = least(did_keys.expires, excluded.expires), revoked = least(did_keys.revoked, excluded.revoked),
       last_seen = excluded.last_seen`,
    [
      id,
      at,
      verificationMethod.map((method) => method.id),
      verificationMethod.map(({ publicKeyMultibase }) => publicKeyMultibase),
      verificationMethod.map(({ controller }) => controller),
      verificationMethod.map((method) => assertionMethod.includes(method.id)),
      verificationMethod.map((method) => authentication.includes(method.id)),
      verificationMethod.map(({ validFrom }) => validFrom ?? null),
      verificationMethod.map(({ expires }) => expires ?? null),
      verificationMethod.map(({ revoked }) => earliest(revoked, deactivated)),
    ],
  );
  await tx.query(`update did_keys set revoked = least(revoked, $2) where did = $1 and last_seen < $2`, [
    id,
    at,
  ]);
}

function earliest(revoked: Instant | undefined, deactivated: Instant | undefined): Instant | null {
  if (revoked === undefined || deactivated === undefined) return revoked ?? deactivated ?? null;
  return revoked < deactivated ? revoked : deactivated;
}
