import { type Signer, type StatusPurpose, setStatus } from '@portolan/credentials';
import { expectOk } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { CredentialContext, Issuer } from '../context.ts';
import { lockList, signNextVersion } from './version.ts';

export interface BitChange {
  readonly listId: string;
  readonly index: number;
  readonly purpose: StatusPurpose;
  readonly value: boolean;
}

/** Sets or clears one bit and publishes the list anew, all within the caller's transaction. */
export async function changeBit(
  context: Pick<CredentialContext, 'settings' | 'crypto' | 'log' | 'clock'>,
  tx: PoolClient,
  tenant: Issuer,
  signer: Signer,
  { listId, index, purpose, value }: BitChange,
): Promise<void> {
  const list = await lockList(tx, tenant.id, listId, purpose);
  if (!list) throw new Error(`the status list ${listId} of an issued credential is gone`);
  const bits = expectOk(setStatus(list.bits, index, value));
  await signNextVersion(context, tx, tenant, signer, { ...list, bits: Buffer.from(bits) });
}
