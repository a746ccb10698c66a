import {
  issueCredential,
  type Signer,
  type StatusPurpose,
  statusListCredential,
} from '@portolan/credentials';
import { addSeconds, type Digest, digestJson, type Instant, type JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { CredentialContext, Issuer } from '../context.ts';
import { statusUrl } from './address.ts';

/** How long a copy of a list speaks for the present. A holder can hide a revocation behind an older copy no longer than this. */
export const LIST_TTL_SECONDS = 3600;
const LIST_LIFE_SECONDS = 7 * 86_400;

export interface ListRow {
  readonly list_id: string;
  readonly purpose: StatusPurpose;
  readonly number: number;
  readonly issuer: string;
  readonly version: number;
  readonly bits: Buffer;
}

export interface SignedList {
  readonly url: string;
  readonly credential: JsonObject;
  readonly digest: Digest;
  readonly validFrom: Instant;
}

const LIST_COLUMNS = 'list_id, purpose, number, issuer, version, bits';

/** Reads a list and keeps others from changing it until the transaction ends. */
export async function lockList(
  tx: PoolClient,
  tenantId: string,
  listId: string,
  purpose: StatusPurpose,
): Promise<ListRow | undefined> {
  const { rows } = await tx.query<ListRow>({
    name: 'status-list-lock',
    text: `select ${LIST_COLUMNS} from status_lists
           where tenant_id = $1 and list_id = $2 and purpose = $3 for update`,
    values: [tenantId, listId, purpose],
  });
  return rows[0];
}

/** Keeps the bits as the list's next version. */
export async function keepBits(tx: PoolClient, tenantId: string, list: ListRow): Promise<void> {
  const { list_id, purpose, version, bits } = list;
  await tx.query(
    'update status_lists set version = $4, bits = $5 where tenant_id = $1 and list_id = $2 and purpose = $3',
    [tenantId, list_id, purpose, version + 1, bits],
  );
}

/**
 * Signs the list with the issuer's key as its next version, keeps it and logs it. The row must be locked by the same
 * transaction.
 */
export async function signNextVersion(
  context: Pick<CredentialContext, 'settings' | 'crypto' | 'log' | 'clock'>,
  tx: PoolClient,
  tenant: Issuer,
  signer: Signer,
  list: ListRow,
): Promise<SignedList> {
  const { list_id, purpose, number, bits } = list;
  const validFrom = context.clock.now();
  const url = statusUrl(context.settings, { ...tenant, purpose, number });
  const validUntil = addSeconds(validFrom, LIST_LIFE_SECONDS);
  const options = {
    url,
    issuer: signer.did,
    purpose,
    bits,
    validFrom,
    validUntil,
    ttl: LIST_TTL_SECONDS * 1000,
  };
  const signed = await issueCredential(await statusListCredential(options), signer, context.crypto, {
    created: validFrom,
  });
  const credential = signed as unknown as JsonObject;
  const digest = digestJson(context.crypto, credential);
  const version = list.version + 1;
  const [pendingId] = await context.log.append(tx, [{ kind: 'status-list', digest, at: validFrom }]);
  await keepBits(tx, tenant.id, list);
  await tx.query(
    `insert into status_list_versions
       (tenant_id, list_id, purpose, version, url, verification_method, valid_from, digest, pending_id, signed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tenant.id,
      list_id,
      purpose,
      version,
      url,
      signer.verificationMethod,
      validFrom,
      digest,
      pendingId,
      JSON.stringify(credential),
    ],
  );
  return { url, credential, digest, validFrom };
}
