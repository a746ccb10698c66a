import { type Instant, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { vcApiCatalogue } from '../catalogue.ts';
import type { VcCaller, VcContext } from '../context.ts';
import { maskOf, readValue, writeValue } from './bits.ts';
import type { StatusRequest } from './change-request.ts';
import { signNextVcList } from './sign-list.ts';
import { lockVcList, type VcListRow } from './store.ts';

export interface ChangedStatus {
  readonly credentialId: string;
  readonly statusPurpose: string;
  readonly status: number;
  readonly changedAt: Instant;
}

/**
 * Sets the status of a credential that the caller issued, and signs and logs the list anew. Every verifier of the node sees it
 * with its next question. Refuses to take a revocation back, and values that the entry has no bits for.
 */
export async function changeVcStatus(
  context: VcContext,
  { tenantId, actor }: VcCaller,
  request: StatusRequest,
): Promise<Result<ChangedStatus>> {
  const { credentialId, purpose, value } = request;
  return withTransaction(context.pool, async (tx): Promise<Result<ChangedStatus>> => {
    const place = await placeOf(tx, tenantId, credentialId);
    const list = place && (await lockVcList(tx, tenantId, place.list_id, purpose));
    if (!place || !list) return refused(unknown(request));
    const refusal = forbidden(list, place.status_index, value);
    if (refusal) return refused(refusal);
    const changedAt = context.clock.now();
    await signNextVcList(context, tx, list, writeValue(list.bits, list.size, place.status_index, value));
    await audit(tx, {
      ...{ tenantId, at: changedAt, actor, action: 'vc.status', subject: credentialId },
      detail: { purpose, value },
    });
    return ok({ credentialId, statusPurpose: purpose, status: value, changedAt });
  });
}

interface Place {
  readonly list_id: string;
  readonly status_index: number;
}

async function placeOf(tx: PoolClient, tenantId: string, credentialId: string): Promise<Place | undefined> {
  const { rows } = await tx.query<Place>({
    name: 'vc-issued-place',
    text: `select list_id, status_index from vc_issued
           where tenant_id = $1 and credential_id = $2 and list_id is not null order by issued_at desc limit 1`,
    values: [tenantId, credentialId],
  });
  return rows[0];
}

function forbidden({ purpose, size, bits }: VcListRow, index: number, value: number): Refusal | undefined {
  const largest = maskOf(size);
  if (value > largest)
    return vcApiCatalogue.refuse('NODE_VC_STATUS_VALUE', {
      path: '/status',
      params: { value, size, largest },
    });
  const isRevoked = purpose === 'revocation' && readValue(bits, size, index) === 1;
  return isRevoked && value === 0 ? vcApiCatalogue.refuse('NODE_VC_REVOCATION_FINAL') : undefined;
}

function unknown({ credentialId, purpose }: StatusRequest): Refusal {
  const params = { id: credentialId.slice(0, 200), purpose };
  return vcApiCatalogue.refuse('NODE_VC_STATUS_UNKNOWN', { path: '/credentialId', params });
}
