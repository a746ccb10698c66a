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

/** The newest signed version of a list; all but its issuer null for one that was never signed. */
interface VersionRow {
  readonly issuer: string;
  readonly url: string | null;
  readonly verification_method: string;
  readonly valid_from: Instant;
  readonly digest: Digest;
  readonly signed: JsonObject;
}

type PublishContext = Pick<CredentialContext, 'settings' | 'pool' | 'keys' | 'crypto' | 'log' | 'clock'>;

/**
 * The list as it is published now, signed under the identifier that issued what stands on it, also when the tenant has
 * another one by now. Refuses an address at which there is no list. Where all keys of that identifier are revoked the last
 * signed version stays, until it is too old to speak for the present.
 */
export async function currentList(
  context: PublishContext,
  tenant: Issuer,
  address: Omit<ListAddress, 'slug'>,
): Promise<Result<SignedList>> {
  const newest = await newestVersion(context, tenant, address);
  if (!newest) return unknownList();
  const known = signedList(newest);
  const signer = await context.keys.signerOf(tenant.id, newest.issuer);
  if (!signer) return known ? ok(known) : unsignable(newest.issuer);
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
    text: `select l.issuer, v.url, v.verification_method, v.valid_from, v.digest, v.signed
           from status_lists l left join lateral (
             select * from status_list_versions v
             where (v.tenant_id, v.list_id, v.purpose) = (l.tenant_id, l.list_id, l.purpose)
             order by version desc limit 1) v on true
           where l.tenant_id = $1 and l.list_id = $2 and l.purpose = $3`,
    values: [tenant.id, listIdOf(tenant.id, number), purpose],
  });
  return rows[0];
}

function signedList({ url, signed, digest, valid_from }: VersionRow): SignedList | undefined {
  return url === null ? undefined : { url, credential: signed, digest, validFrom: valid_from };
}

function unsignable(issuer: string) {
  return refused(credentialServiceCatalogue.refuse('NODE_STATUS_LIST_UNSIGNABLE', { params: { issuer } }));
}

function unknownList() {
  return refused(credentialServiceCatalogue.refuse('NODE_STATUS_LIST_UNKNOWN'));
}
