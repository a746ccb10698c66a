import { toMultikey } from '@portolan/credentials';
import type { FormKey } from '@portolan/credentials/forms';
import type { WalletContext } from './context.ts';

/** The tenant's signing key as the forms of proof take it. */
export async function holderKey({ keys }: Pick<WalletContext, 'keys'>, tenantId: string): Promise<FormKey> {
  const [signer, history] = await Promise.all([keys.signer(tenantId), keys.history(tenantId)]);
  const held = history.find(({ verificationMethod }) => verificationMethod === signer.verificationMethod);
  if (!held) throw new Error('a key signs that the custody does not list');
  return { ...signer, algorithm: 'Ed25519', publicKeyMultibase: toMultikey(held.publicKey) };
}
