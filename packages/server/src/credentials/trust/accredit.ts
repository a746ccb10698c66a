import { randomUUID } from 'node:crypto';
import { isDid } from '@portolan/credentials';
import { type CalendarDate, type Instant, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { queueNumbers } from '../../traceability/named-by-gln.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import { type AccreditationRow, readAccreditation } from './register.ts';

export interface NewAccreditation {
  readonly did: string;
  readonly name: string;
  readonly credentialType: string;
  readonly from: CalendarDate;
  /** Last day, included. */
  readonly until?: CalendarDate;
  readonly reason: string;
}

/** Who acts for which agency, and when. */
export interface RegisterAct {
  readonly agencyId: string;
  readonly actor: string;
  readonly at: Instant;
}

/** Enters a signer into the agency's trust register for one type of credential. Refuses what is no DID and dates that cross. */
export async function accredit(
  tx: PoolClient,
  { agencyId, actor, at }: RegisterAct,
  accreditation: NewAccreditation,
): Promise<Result<AccreditationRow>> {
  const { did, name, credentialType, from, until, reason } = accreditation;
  const refusal = faultOf(accreditation);
  if (refusal) return refused(refusal);
  const id = randomUUID();
  await tx.query(
    `insert into accreditations
       (tenant_id, did, id, name, credential_type, valid_from, valid_until, reason, accredited_by, accredited_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [agencyId, did, id, name, credentialType, from, until ?? null, reason, actor, at],
  );
  await queueNumbers(tx, { issuer: did });
  await audit(tx, {
    tenantId: agencyId,
    at,
    actor,
    action: 'trust.accredit',
    subject: did,
    detail: { id, credentialType, reason },
  });
  return ok((await readAccreditation(tx, agencyId, id)) as AccreditationRow);
}

function faultOf({ did, from, until }: NewAccreditation): Refusal | undefined {
  if (!isDid(did))
    return credentialServiceCatalogue.refuse('NODE_ACCREDITATION_DID', {
      path: '/did',
      params: { did: did.slice(0, 100) },
    });
  if (until === undefined || from <= until) return undefined;
  return credentialServiceCatalogue.refuse('NODE_ACCREDITATION_DATES', {
    path: '/until',
    params: { from, until },
  });
}
