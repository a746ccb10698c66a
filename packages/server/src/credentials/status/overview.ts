import type { StatusListView } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import type { Pool } from 'pg';
import { VC_LIST_TTL_SECONDS } from '../../vc-api/status/sign-list.ts';
import type { Issuer } from '../context.ts';
import { statusUrl } from './address.ts';
import { LIST_TTL_SECONDS } from './version.ts';

interface ListedRow {
  readonly url: string | null;
  readonly number: number | null;
  readonly purpose: StatusListView['purpose'];
  readonly size: 1 | 2 | 4 | 8;
  readonly form: string;
  readonly issuer: string;
  readonly version: number;
  readonly signed_at: Instant | null;
  readonly bits: Buffer;
  readonly taken: number;
}

type Settings = Parameters<typeof statusUrl>[0];

/** Every status list of an organization: of its documents, and of its issuers of the VC API. */
export async function statusLists(
  pool: Pool,
  tenant: Issuer,
  settings: Settings,
): Promise<readonly StatusListView[]> {
  const { rows } = await pool.query<ListedRow>({
    name: 'status-lists-own',
    text: `select null as url, number, purpose, 1 as size, 'eddsa-jcs-2022' as form, issuer, version, bits,
             (select max(valid_from) from status_list_versions v
              where v.tenant_id = l.tenant_id and v.list_id = l.list_id and v.purpose = l.purpose) as signed_at,
             (select count(*)::int from status_entries e
              where e.tenant_id = l.tenant_id and e.list_id = l.list_id) as taken
           from status_lists l where tenant_id = $1
           union all
           select url, null, purpose, size, form, issuer, version, bits, signed_at,
             (select count(*)::int from vc_status_entries e
              where e.tenant_id = l.tenant_id and e.list_id = l.list_id)
           from vc_status_lists l where tenant_id = $1
           order by form, number, purpose`,
    values: [tenant.id],
  });
  return rows.map((row) => listView(row, tenant, settings));
}

function listView(row: ListedRow, tenant: Issuer, settings: Settings): StatusListView {
  const { url, number, purpose, size, form, issuer, version, signed_at, bits, taken } = row;
  const own = number === null ? undefined : { ...tenant, purpose: purpose as 'revocation', number };
  return {
    address: url ?? (own ? statusUrl(settings, own) : ''),
    ...{ purpose, size, form, issuer, version, taken },
    entries: (bits.length * 8) / size,
    set: entriesSet(bits, size),
    ...(signed_at === null ? {} : { signedAt: signed_at }),
    ttl: own ? LIST_TTL_SECONDS : VC_LIST_TTL_SECONDS,
  };
}

/** How many entries are not zero. */
function entriesSet(bits: Uint8Array, size: number): number {
  const mask = 2 ** size - 1;
  let set = 0;
  for (const byte of bits) for (let rest = byte; rest !== 0; rest >>= size) if ((rest & mask) !== 0) set += 1;
  return set;
}
