import {
  addSeconds,
  type Digest,
  type Instant,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { withTransaction } from '../../platform/transaction.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext, Issuer } from '../context.ts';
import { type ListAddress, listIdOf } from './address.ts';
import { LIST_TTL_SECONDS, lockList, type SignedList, signNextVersion } from './version.ts';

/** A list is signed anew when half of its time is over, so that whoever fetches it has time left. */
const RENEW_SECONDS = LIST_TTL_SECONDS / 2;

/** The newest signed version of a list; all null for a list that was never signed. */
interface VersionRow {
  readonly url: string | null;
  readonly verification_method: string;
  readonly valid_from: Instant;
  readonly digest: Digest;
  readonly signed: JsonObject;
}

type PublishContext = Pick<CredentialContext, 'settings' | 'pool' | 'keys' | 'crypto' | 'log' | 'clock'>;

/** The list as it is published now, signed by the key in force. Refuses an address at which there is no list. */
export async function currentList(
  context: PublishContext,
  tenant: Issuer,
  address: Omit<ListAddress, 'slug'>,
): Promise<Result<SignedList>> {
  const newest = await newestVersion(context, tenant, address);
  if (!newest) return unknownList();
  const signer = await context.keys.signer(tenant.id);
  const known = signedList(newest);
  if (
    known &&
    newest.verification_method === signer.verificationMethod &&
    isRecent(newest, context.clock.now())
  )
    return ok(known);
  return withTransaction(context.pool, async (tx) => {
    const list = await lockList(tx, tenant.id, listIdOf(tenant.id, address.number), address.purpose);
    if (!list) return unknownList();
    return ok(await signNextVersion(context, tx, tenant, signer, list));
  });
}

function isRecent({ valid_from }: VersionRow, now: Instant): boolean {
  return valid_from <= now && now < addSeconds(valid_from, RENEW_SECONDS);
}

async function newestVersion(
  { pool }: Pick<PublishContext, 'pool'>,
  tenant: Issuer,
  { purpose, number }: Omit<ListAddress, 'slug'>,
): Promise<VersionRow | undefined> {
  const { rows } = await pool.query<VersionRow>({
    name: 'status-list-current',
    text: `select v.url, v.verification_method, v.valid_from, v.digest, v.signed
           from status_lists l left join status_list_versions v using (tenant_id, list_id, purpose, version)
           where tenant_id = $1 and list_id = $2 and purpose = $3`,
    values: [tenant.id, listIdOf(tenant.id, number), purpose],
  });
  return rows[0];
}

function signedList({ url, signed, digest, valid_from }: VersionRow): SignedList | undefined {
  return url === null ? undefined : { url, credential: signed, digest, validFrom: valid_from };
}

function unknownList() {
  return refused(credentialServiceCatalogue.refuse('NODE_STATUS_LIST_UNKNOWN'));
}
