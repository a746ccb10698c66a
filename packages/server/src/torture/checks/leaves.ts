import assert from 'node:assert/strict';
import type { FilingAcknowledged } from '@portolan/contract';
import { type Digest, expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type NoteKey, parseNoteKey, verifyReceipt } from '@portolan/ledger';
import type { Pool } from 'pg';
import { checkLog } from '../../log/check/check-log.ts';
import { nodeLogId, readIdentity } from '../../log/identity.ts';
import { Pyramids } from '../../log/pyramids.ts';
import { ReceiptReader } from '../../log/receipts.ts';

const impossible: Readonly<Record<string, string>> = {
  'a leaf that stands twice': `
    select pending_id::text as what from (select pending_id from log_leaves union all select pending_id from log_pending) l
    group by pending_id having count(*) > 1`,
  'a filing or decision with two leaves': `
    select encode(digest, 'hex') as what from (
      select kind, digest from log_leaves union all select kind, digest from log_pending) l
    where kind in ('filing', 'decision') group by kind, digest having count(*) > 1`,
  'a leaf of a case that the log has lost': `
    select digest as what from case_leaves c where pending_id is not null
      and not exists (select from log_leaves l where l.pending_id = c.pending_id::uuid)
      and not exists (select from log_pending p where p.pending_id = c.pending_id::uuid)`,
};

/** The log computes anew as it stands, and holds every leaf of every case once. */
export async function checkLeaves(pool: Pool): Promise<void> {
  assert.deepEqual((await checkLog(pool, nodeCrypto)).problems, []);
  for (const [name, query] of Object.entries(impossible)) {
    const { rows } = await pool.query<{ what: string }>(`${query} limit 5`);
    assert.deepEqual(
      rows.map(({ what }) => what),
      [],
      name,
    );
  }
}

interface Leaf {
  readonly entry_number: string;
  readonly digest: Digest;
  /** Absent where the document had its leaf before this filing named it. */
  readonly pending_id: string | null;
  /** A leaf for each document, one for the filing and one for the decision. */
  readonly owed: number;
}

/** Of every filing that the agency acknowledged all receipts are there and verify under the log's key. */
export async function checkReceipts(pool: Pool, acknowledged: readonly FilingAcknowledged[]): Promise<void> {
  const decided = acknowledged.filter(({ delivered }) => delivered);
  const leaves = Map.groupBy(await leavesOf(pool, decided), ({ entry_number }) => entry_number);
  const reader = new ReceiptReader(pool, new Pyramids(pool, nodeCrypto, nodeLogId), nodeLogId);
  const pendingIds = [...leaves.values()].flat().flatMap(({ pending_id }) => pending_id ?? []);
  const receipts = await reader.byPendingIds(pendingIds);
  const keys = [await logKey(pool)];
  for (const { entryNumber } of decided) {
    const own = leaves.get(entryNumber) ?? [];
    assert.ok(own.length > 0 && own.length === own[0]?.owed, `${entryNumber} has ${own.length} leaves`);
    for (const { digest, pending_id } of own) {
      const receipt = pending_id === null ? await reader.byDigest(digest) : receipts.get(pending_id);
      assert.ok(receipt, `the leaf ${digest} of ${entryNumber} has no receipt`);
      expectOk(await verifyReceipt(nodeCrypto, receipt, { keys, expectDigest: digest }));
    }
  }
}

async function leavesOf(pool: Pool, filings: readonly FilingAcknowledged[]): Promise<Leaf[]> {
  const { rows } = await pool.query<Leaf>(
    `select f.entry_number, l.digest, l.pending_id,
       2 + (select count(*) from case_evidence e where e.tenant_id = f.tenant_id and e.case_id = f.case_id) as owed
     from filings f join cases c using (tenant_id, case_id) join case_leaves l using (tenant_id, case_id)
     where c.face = 'agency' and f.envelope_digest = any($1)`,
    [filings.map(({ envelope }) => envelope)],
  );
  return rows;
}

export async function logKey(pool: Pool): Promise<NoteKey> {
  const identity = await readIdentity(pool, nodeLogId);
  if (!identity) throw new Error('the node has no log');
  return expectOk(parseNoteKey(nodeCrypto, identity.noteKey));
}
