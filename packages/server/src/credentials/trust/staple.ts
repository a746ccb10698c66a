import type { JsonObject } from '@portolan/kernel';
import type { CredentialContext, Issuer } from '../context.ts';
import { type ListAddress, parseStatusUrl } from '../status/address.ts';
import { currentList } from '../status/publish.ts';
import { referencesOf } from './references.ts';

type StapleContext = Pick<CredentialContext, 'settings' | 'pool' | 'keys' | 'crypto' | 'log' | 'clock'>;

/**
 * The status lists that should travel with credentials: those this node keeps for its tenants, signed anew when due, and the
 * newest of other issuers that anybody here was sent.
 */
export async function stapleFor(
  context: StapleContext,
  credentials: readonly JsonObject[],
): Promise<JsonObject[]> {
  const urls = [...referencesOf(credentials).lists.keys()];
  const addresses = urls.flatMap((url) => {
    const address = parseStatusUrl(context.settings, url);
    return address ? [address] : [];
  });
  const tenants = await tenantsBySlug(
    context,
    addresses.map(({ slug }) => slug),
  );
  const own = await Promise.all(
    addresses.map((address) => ownList(context, tenants.get(address.slug), address)),
  );
  return [...own.flat(), ...(await received(context, urls))];
}

async function ownList(
  context: StapleContext,
  tenant: Issuer | undefined,
  address: ListAddress & { readonly sample: boolean },
): Promise<JsonObject[]> {
  if (!tenant || tenant.sample !== address.sample) return [];
  const list = await currentList(context, tenant, address);
  return list.ok ? [list.value.credential] : [];
}

async function tenantsBySlug(
  { pool }: StapleContext,
  slugs: readonly string[],
): Promise<Map<string, Issuer>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await pool.query<Issuer>({
    name: 'staple-tenants',
    text: `select id, slug, sample from tenants t where slug = any($1)
           and exists (select from keys k where k.tenant_id = t.id and k.purpose = 'sign' and k.revoked_at is null and k.retired_at is null)`,
    values: [[...new Set(slugs)]],
  });
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Published lists are public: whoever here was sent one, all may pass it on. */
async function received({ pool }: StapleContext, urls: readonly string[]): Promise<JsonObject[]> {
  if (urls.length === 0) return [];
  const { rows } = await pool.query<{ signed: JsonObject }>({
    name: 'staple-received',
    text: `select distinct on (url, issuer) signed from seen_status_lists where url = any($1)
           order by url, issuer, valid_from desc`,
    values: [urls],
  });
  return rows.map(({ signed }) => signed);
}
