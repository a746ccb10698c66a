import type { NoticeProposal } from '@portolan/contract';
import { readNotice, tableFingerprint } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import { mappingsFor } from '../orders/mappings.ts';
import type { UploadedFile } from '../platform/http/multipart.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import type { LineRow } from './lines.ts';

export interface ReadNotices {
  readonly proposals: NoticeProposal[];
  readonly refused: { file: string; row?: number; column?: string; refusal: Refusal }[];
  readonly notices: Refusal[];
}

/**
 * Reads notices of shipment from spreadsheets into nominations that nobody has signed yet; nothing is stored. What columns mean is
 * taken from the mappings that the tenant remembers, and whom a name means from the parties that this node knows.
 */
export async function proposeNominations(
  { pool, crypto }: Pick<TradeContext, 'pool' | 'crypto'>,
  tenantId: string,
  files: readonly UploadedFile[],
): Promise<ReadNotices> {
  const fingerprints = files.map((file) => tableFingerprint(file, crypto));
  const [mappings, parties, line] = await Promise.all([
    mappingsFor(
      pool,
      tenantId,
      fingerprints.flatMap((one) => one ?? []),
    ),
    knownParties(pool),
    onlyLine(pool, tenantId),
  ]);
  const read: ReadNotices = { proposals: [], refused: [], notices: [] };
  for (const [index, file] of files.entries()) {
    const mapping = mappings.get(fingerprints[index] ?? '');
    const notice = readNotice(file, { parties, ...line, ...(mapping ? { mapping } : {}) });
    if (!notice.ok) {
      read.refused.push(...notice.refusals.map((refusal) => ({ file: file.name, refusal })));
      continue;
    }
    const { proposals, refused, notices } = notice.value;
    read.proposals.push(
      ...proposals.map(({ document, rows }) => ({ file: file.name, rows: [...rows], document })),
    );
    read.refused.push(...refused.map((one) => ({ file: file.name, ...one })));
    read.notices.push(...notices);
  }
  return read;
}

/** Organizations with a seat here and peers, by name in small letters; a name that two bear means neither. */
async function knownParties(db: Queryable): Promise<Map<string, string>> {
  const { rows } = await db.query<{ name: string; did: string }>({
    name: 'pipeline-parties',
    text: `select lower(name) as name, min(did) as did from (
             select name, did from tenants union select name, did from peers) known
           group by lower(name) having count(distinct did) = 1`,
  });
  return new Map(rows.map(({ name, did }) => [name, did]));
}

/** A tenant with papers of one line alone means that one where its spreadsheet names none. */
async function onlyLine(db: Queryable, tenantId: string) {
  const { rows } = await db.query<LineRow>({
    name: 'pipeline-only-line',
    text: `select line, name, operator_did, operator_name, commodity from pipeline_lines where tenant_id = $1 limit 2`,
    values: [tenantId],
  });
  const [only, ...others] = rows;
  if (!only || others.length > 0) return {};
  const { line, operator_did: did, operator_name: name } = only;
  return did === null ? { line } : { line, operator: { did, name: name ?? did } };
}
