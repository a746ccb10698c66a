import type { Digest } from '@portolan/kernel';
import type { Statement } from '@portolan/ledger';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import { Overtaken } from '../../exchange/received.ts';
import { insertAuthority } from '../../parties/authority/store.ts';
import { holdCommitments } from '../commitments/hold.ts';
import { replacedRows } from '../commitments/keys.ts';
import { ownRows } from '../commitments/observe.ts';
import { type Learned, recordCommitments } from '../commitments/record.ts';
import type { TradeContext } from '../context.ts';
import { standingRow } from '../evidence/standing.ts';
import { evidenceRow } from '../evidence/taken.ts';
import { titleOfDocument } from '../evidence/view.ts';
import { addNotices } from '../notice/store.ts';
import { addCaseEvidence } from '../store/case-evidence.ts';
import { type CaseRow, caseKey, lockCases, saveCases } from '../store/cases.ts';
import { insertClaims } from '../store/claims.ts';
import { insertDecisions } from '../store/decisions.ts';
import { takeEntryNumbers } from '../store/entry-numbers.ts';
import { insertEvidence } from '../store/evidence.ts';
import { insertFilings } from '../store/filings.ts';
import { addLeaves } from '../store/leaves.ts';
import { enterQueue } from '../store/officer-queue.ts';
import { addStanding } from '../store/standing.ts';
import { addEvents } from '../store/timeline.ts';
import type { JudgedFiling } from './judge.ts';
import { noticesOf } from './notices.ts';
import { committing } from './observe.ts';
import { agencyCase, correctedCase, decisionRow, eventsOfFiling, filingRow } from './rows.ts';

/**
 * Stores a batch of decided filings in the caller's transaction: what they commit and entry numbers first, since they alone can
 * be refused by another transaction, then evidence, cases, decisions and their leaves. One statement a table, whatever the batch.
 */
export async function commitFilings(
  context: TradeContext,
  tx: PoolClient,
  filings: readonly JudgedFiling[],
): Promise<void> {
  await holdCommitments(
    tx,
    filings.map(({ held, received: { moment, receiver } }) => ({ agencyId: receiver.id, moment, held })),
  );
  await takeNumbers(tx, filings);
  const fresh = await keepEvidence(tx, filings);
  await saveCases(tx, await casesOf(tx, filings));
  const storedAt = context.clock.now();
  await insertFilings(
    tx,
    filings.map((filing) => filingRow(filing, storedAt)),
  );
  if ((await insertDecisions(tx, filings.map(decisionRow))) < filings.length) throw new Overtaken('decision');
  await insertClaims(tx, filings.flatMap(claimRows));
  await recordCommitments(
    context,
    tx,
    filings.flatMap((filing) => learnedFrom(context, filing)),
  );
  await addEvents(tx, filings.flatMap(eventsOfFiling));
  await enterQueue(tx, filings.filter(({ decision }) => decision.outcome === 'refer').map(queueRow));
  const pending = await appendLeaves(context, tx, filings, fresh);
  await addNotices(
    tx,
    filings.flatMap((filing) => noticesOf(filing, pending)),
  );
}

/** What the agency learned of heats and certificates by a filing. */
export function learnedFrom(
  { crypto }: Pick<TradeContext, 'crypto'>,
  filing: Pick<JudgedFiling, 'received' | 'body' | 'documents'>,
): Learned[] {
  const { receiver, moment } = filing.received;
  const teller = { tenantId: receiver.id, did: receiver.did, at: moment.at };
  const own = committing(filing);
  const commitments = ownRows(crypto, own, teller);
  const replaced = replacedRows(crypto, own.evidence, teller);
  if (commitments.length + replaced.length === 0) return [];
  return [{ ...teller, story: moment.story, commitments, replaced }];
}

/** The cases of filings; that of a corrected entry keeps when it began and what is open in it. */
async function casesOf(tx: PoolClient, filings: readonly JudgedFiling[]): Promise<CaseRow[]> {
  const corrected = filings.filter(({ history }) => history !== undefined).map(agencyCase);
  const known = corrected.length > 0 ? await lockCases(tx, corrected) : new Map<string, CaseRow>();
  return filings.map((filing) => {
    const row = agencyCase(filing);
    const before = known.get(caseKey(row.tenant_id, row.case_id));
    return before ? correctedCase(row, before) : row;
  });
}

/** The leaves that were appended, by digest. */
export type PendingLeaves = ReadonlyMap<
  string,
  { readonly pendingId: string; readonly kind: string; readonly title: string }
>;

async function takeNumbers(tx: PoolClient, filings: readonly JudgedFiling[]): Promise<void> {
  const first = filings.filter(({ history }) => history === undefined);
  const rows = first.map(({ received, entryNumber }) => ({
    tenant_id: received.receiver.id,
    entry_number: entryNumber,
    case_id: uuidOf(received.envelope.thread),
    taken_at: received.moment.at,
  }));
  const taken = await takeEntryNumbers(tx, rows);
  if (taken.size < rows.length) throw new Overtaken('entry number');
}

/** Keeps the documents; answers the digests that this tenant had not held before. */
async function keepEvidence(tx: PoolClient, filings: readonly JudgedFiling[]): Promise<Set<string>> {
  const rows = filings.flatMap(({ received, documents }) =>
    documents.map((document) =>
      evidenceRow(document, received.receiver.id, received.moment.at, received.envelope.from),
    ),
  );
  const fresh = await insertEvidence(tx, rows);
  await insertAuthority(
    tx,
    filings.flatMap(({ carriedAuthority }) => carriedAuthority),
  );
  await addStanding(
    tx,
    filings.flatMap(({ received, documents }) =>
      documents.flatMap(({ evidence }) => standingRow(evidence, received.receiver.id) ?? []),
    ),
  );
  await addCaseEvidence(
    tx,
    filings.flatMap(({ received, documents, history }) =>
      documents.map(({ evidence }, index) => ({
        tenant_id: received.receiver.id,
        case_id: uuidOf(received.envelope.thread),
        digest: evidence.digest as Digest,
        position: (history?.version ?? 0) * 1000 + index,
        sealed: false,
        added_at: received.moment.at,
        added_by: received.envelope.from,
      })),
    ),
  );
  return fresh;
}

/** Commits filing, new documents and decision to the log, in the same transaction as all the rest. */
async function appendLeaves(
  context: TradeContext,
  tx: PoolClient,
  filings: readonly JudgedFiling[],
  fresh: ReadonlySet<string>,
): Promise<PendingLeaves> {
  const leaves = new Map<string, { statement: Statement; title: string }>();
  for (const filing of filings)
    for (const leaf of leavesOf(filing, fresh)) leaves.set(leaf.statement.digest, leaf);
  const list = [...leaves.values()];
  const ids = await context.log.append(
    tx,
    list.map(({ statement }) => statement),
  );
  const pending = new Map(
    list.map(({ statement, title }, index) => [
      statement.digest as string,
      { pendingId: ids[index] as string, kind: statement.kind, title },
    ]),
  );
  await addLeaves(
    tx,
    filings.flatMap((filing) =>
      leavesOf(filing).map(({ statement: { digest, kind }, title }) => ({
        tenant_id: filing.received.receiver.id,
        case_id: uuidOf(filing.received.envelope.thread),
        digest,
        kind,
        title,
        pending_id: pending.get(digest)?.pendingId ?? null,
        notice_digest: null,
      })),
    ),
  );
  return pending;
}

/** The statements of one filing; of documents only the fresh ones when told which they are. */
function leavesOf(
  { received, documents, decisionBytes, entryNumber }: JudgedFiling,
  fresh?: ReadonlySet<string>,
): { statement: Statement; title: string }[] {
  const { at } = received.moment;
  const kept = documents
    .map(({ evidence }) => evidence)
    .filter(({ digest }) => fresh === undefined || fresh.has(digest))
    .map((evidence) => ({
      statement: {
        kind: evidence.class === 'signed' ? ('credential' as const) : ('document' as const),
        digest: evidence.digest as Digest,
        at,
      },
      title: titleOfDocument(evidence),
    }));
  return [
    { statement: { kind: 'filing', digest: received.digest, at }, title: `Filing of ${entryNumber}` },
    ...kept,
    {
      statement: { kind: 'decision', digest: decisionBytes.digest, at },
      title: `Decision on ${entryNumber}`,
    },
  ];
}

function claimRows({ received, claims, enters, entryNumber }: JudgedFiling) {
  return [...claims, ...enters].map(({ line, key }) => ({
    tenant_id: received.receiver.id,
    claim_key: key,
    case_id: uuidOf(received.envelope.thread),
    entry_number: entryNumber,
    line,
    claimed_at: received.moment.at,
  }));
}

function queueRow({ received, facts }: JudgedFiling) {
  return {
    tenant_id: received.receiver.id,
    case_id: uuidOf(received.envelope.thread),
    facts,
    entered_at: received.moment.at,
    due_at: null,
  };
}
