import type { Instant } from '@portolan/kernel';
import type { StatementKind } from '@portolan/ledger';
import type { ClientBase } from 'pg';

/** A leaf as it stands in the store. */
export interface StoredLeaf {
  readonly leaf_index: number;
  readonly kind: StatementKind;
  readonly digest: Buffer;
  readonly stated_at: Instant;
  readonly salt: Buffer;
  readonly entry: Buffer;
}

const PAGE = 2048;

/** All leaves of a log in order, a page at a time. */
export async function* leafPages(client: ClientBase, logId: number): AsyncGenerator<readonly StoredLeaf[]> {
  for (let last = -1; ; ) {
    const { rows } = await client.query<StoredLeaf>({
      name: 'log_check_leaves',
      text: `select leaf_index, kind, digest, stated_at, salt, entry from log_leaves
             where log_id = $1 and leaf_index > $2 order by leaf_index limit $3`,
      values: [logId, last, PAGE],
    });
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.leaf_index;
  }
}
