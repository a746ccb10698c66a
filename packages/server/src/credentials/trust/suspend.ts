import { ok, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { queueNumbers } from '../../traceability/named-by-gln.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { RegisterAct } from './accredit.ts';
import { type AccreditationRow, readAccreditation } from './register.ts';

export interface SuspensionChange {
  readonly id: string;
  readonly suspended: boolean;
  readonly reason: string;
}

/**
 * Suspends an accreditation from now on, or restores it. What was signed before stays as it was: accreditation is judged at
 * the signing time. Refuses an unknown accreditation and a change that changes nothing.
 */
export async function changeSuspension(
  tx: PoolClient,
  act: RegisterAct,
  { id, suspended, reason }: SuspensionChange,
): Promise<Result<AccreditationRow>> {
  const { agencyId, actor, at } = act;
  await tx.query('select from accreditations where tenant_id = $1 and id::text = $2 for update', [
    agencyId,
    id,
  ]);
  const row = await readAccreditation(tx, agencyId, id);
  if (!row)
    return refused(
      credentialServiceCatalogue.refuse('NODE_ACCREDITATION_UNKNOWN', { path: '/id', params: { id } }),
    );
  const isSuspended = row.suspensions.some(({ until }) => until === null);
  if (isSuspended === suspended) {
    const params = { state: suspended ? 'suspended' : 'active' };
    return refused(credentialServiceCatalogue.refuse('NODE_ACCREDITATION_STATE', { params }));
  }
  await (suspended ? open(tx, act, row, reason) : lift(tx, act, row, reason));
  await queueNumbers(tx, { issuer: row.did });
  const action = suspended ? 'trust.suspend' : 'trust.restore';
  await audit(tx, { tenantId: agencyId, at, actor, action, subject: row.did, detail: { id, reason } });
  return ok((await readAccreditation(tx, agencyId, id)) as AccreditationRow);
}

async function open(
  tx: PoolClient,
  { agencyId, actor, at }: RegisterAct,
  { did, id }: AccreditationRow,
  reason: string,
) {
  await tx.query(
    `insert into accreditation_suspensions (tenant_id, did, accreditation_id, suspended_at, reason, suspended_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [agencyId, did, id, at, reason, actor],
  );
}

async function lift(
  tx: PoolClient,
  { agencyId, actor, at }: RegisterAct,
  { did, id }: AccreditationRow,
  reason: string,
) {
  await tx.query(
    `update accreditation_suspensions set lifted_at = $4, lift_reason = $5, lifted_by = $6
     where tenant_id = $1 and did = $2 and accreditation_id = $3 and lifted_at is null`,
    [agencyId, did, id, at, reason, actor],
  );
}
