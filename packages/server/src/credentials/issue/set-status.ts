import { type Instant, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { queueNumbers } from '../../traceability/named-by-gln.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext, Issuer } from '../context.ts';
import { changeBit } from '../status/change.ts';
import { type IssuedRow, lockIssued, readIssued, updateState } from './store.ts';

export interface StatusChange {
  readonly digest: string;
  readonly action: 'revoke' | 'suspend' | 'reinstate';
  readonly reason: string;
  readonly actor: string;
}

const BITS = {
  revoke: { state: 'revoked', purpose: 'revocation', value: true },
  suspend: { state: 'suspended', purpose: 'suspension', value: true },
  reinstate: { state: 'valid', purpose: 'suspension', value: false },
} as const;

/**
 * Revokes, suspends or reinstates a credential: sets the bit, signs the list anew, logs it. Refuses to take a revocation
 * back, and changes that change nothing.
 */
export async function setCredentialState(
  context: CredentialContext,
  tenant: Issuer,
  change: StatusChange,
): Promise<Result<IssuedRow>> {
  const at = context.clock.now();
  const { digest, action, reason, actor } = change;
  const result = await withTransaction(context.pool, async (tx): Promise<Result<IssuedRow>> => {
    const row = await lockIssued(tx, tenant.id, digest);
    const refusal = row ? forbidden(row, BITS[action].state) : unknown(digest);
    if (!row || refusal) return refused(refusal ?? unknown(digest));
    const { purpose, value, state } = BITS[action];
    await changeBit(context, tx, tenant, {
      listId: row.list_id,
      index: row.status_index,
      purpose,
      value,
    });
    await updateState(tx, tenant.id, digest, { state, reason, at });
    await queueNumbers(tx, { digests: [digest] });
    await audit(tx, {
      tenantId: tenant.id,
      at,
      actor,
      action: `credential.${action}`,
      subject: digest,
      detail: { reason },
    });
    return ok((await readIssued(tx, tenant.id, digest)) as IssuedRow);
  });
  if (result.ok) publish(context, tenant, digest, at);
  return result;
}

function forbidden({ state }: IssuedRow, wanted: IssuedRow['state']): Refusal | undefined {
  if (state === wanted)
    return credentialServiceCatalogue.refuse('NODE_STATUS_UNCHANGED', { params: { state } });
  return state === 'revoked' ? credentialServiceCatalogue.refuse('NODE_REVOCATION_FINAL') : undefined;
}

function unknown(digest: string): Refusal {
  return credentialServiceCatalogue.refuse('NODE_CREDENTIAL_UNKNOWN', {
    path: '/digest',
    params: { digest },
  });
}

function publish(
  { events }: Pick<CredentialContext, 'events'>,
  tenant: Issuer,
  digest: string,
  at: Instant,
): void {
  events.publish(tenant.id, { kind: 'credential', ref: digest, at });
}
