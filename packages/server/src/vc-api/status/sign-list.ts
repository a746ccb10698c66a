import { CREDENTIALS_CONTEXT, encodeStatusList } from '@portolan/credentials';
import { addSeconds, digestJson, type JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { VcContext } from '../context.ts';
import { findIssuer } from '../issuers.ts';
import { signList } from '../sign.ts';
import { saveSigned, type VcListRow } from './store.ts';

/** How long a copy of a list speaks for the present. */
export const VC_LIST_TTL_SECONDS = 60;
const LIFE_SECONDS = 7 * 86_400;

/**
 * Signs a list as its next version with the key of the DID whose credentials stand on it, keeps it and logs it. The row must
 * be locked by the same transaction.
 */
export async function signNextVcList(
  context: VcContext,
  tx: PoolClient,
  list: VcListRow,
  bits: Buffer,
): Promise<JsonObject> {
  const at = context.clock.now();
  const profile = findIssuer(list.form);
  if (!profile) throw new Error(`no issuer signs lists of the form ${list.form}`);
  const key = await context.formKeys.keyOf({ ...profile, tenantId: list.tenant_id }, list.issuer);
  if (!key) throw new Error(`the key of the list ${list.url} is not held here`);
  const unsigned: JsonObject = {
    '@context': [CREDENTIALS_CONTEXT],
    id: list.url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: at,
    validUntil: addSeconds(at, LIFE_SECONDS),
    credentialSubject: {
      id: `${list.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: list.purpose,
      encodedList: await encodeStatusList(bits),
      ttl: VC_LIST_TTL_SECONDS * 1000,
    },
  };
  const signed = await signList(profile, unsigned, key, at);
  const digest = digestJson(context.crypto, signed);
  await context.log.append(tx, [{ kind: 'status-list', digest, at }]);
  await saveSigned(tx, list, { bits, version: list.version + 1, signed, at });
  return signed;
}
