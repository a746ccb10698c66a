import { type StatusPurpose, setStatus } from '@portolan/credentials';
import { expectOk } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { CredentialContext, Issuer } from '../context.ts';
import { keepBits, lockList, signNextVersion } from './version.ts';

export interface BitChange {
  readonly listId: string;
  readonly index: number;
  readonly purpose: StatusPurpose;
  readonly value: boolean;
}

/**
 * Sets or clears one bit and publishes the list anew, all within the caller's transaction. A list of an identifier whose keys
 * are all revoked changes here alone: nobody can sign for it any more.
 */
export async function changeBit(
  context: Pick<CredentialContext, 'settings' | 'crypto' | 'log' | 'clock' | 'keys'>,
  tx: PoolClient,
  tenant: Issuer,
  { listId, index, purpose, value }: BitChange,
): Promise<void> {
  const list = await lockList(tx, tenant.id, listId, purpose);
  if (!list) throw new Error(`the status list ${listId} of an issued credential is gone`);
  const bits = Buffer.from(expectOk(setStatus(list.bits, index, value)));
  const signer = await context.keys.signerOf(tenant.id, list.issuer);
  if (signer) await signNextVersion(context, tx, tenant, signer, { ...list, bits });
  else await keepBits(tx, tenant.id, { ...list, bits });
}
