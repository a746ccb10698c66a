import type { Entry } from '@portolan/filing';
import { addDays, Decimal, date, type Instant, sumDecimals } from '@portolan/kernel';
import type { Observations } from '@portolan/programs';
import { uuidOf } from '../../exchange/envelope.ts';
import type { Moment } from '../../exchange/moment.ts';
import { standingsAtFiling } from '../../parties/at-filing.ts';
import {
  type Committing,
  type Neighbours,
  type ObservedCommitments,
  observeCommitments,
} from '../commitments/observe.ts';
import type { RunningProgram, TradeContext } from '../context.ts';
import type { Queryable } from '../store/bulk.ts';
import { claimsOn, enteredOn } from '../store/claims.ts';
import { type CaseHistory, caseHistories } from '../store/decisions.ts';
import { entryNumbersSeen } from '../store/entry-numbers.ts';
import { claimKeys, crossingKeys, enteredKeys, type LineClaim, type LineKey } from './claim-key.ts';
import { EnteredLines } from './entered-lines.ts';
import type { GatheredFiling } from './gather.ts';

/** What the store was asked about one filing before the rules run, and the reference that counted then. */
export interface ObservedFiling extends GatheredFiling {
  readonly observations: Observations;
  readonly claims: readonly LineClaim[];
  /** The invoice lines that it enters. */
  readonly enters: readonly LineKey[];
  /** What the store held of its heats and certificates. */
  readonly held: ObservedCommitments['held'];
  readonly running: RunningProgram;
  /** The last version and decision of the entry that this filing corrects. */
  readonly history?: CaseHistory;
}

/** Filings that are judged beside these, and what of them counts. */
export interface FilingNeighbours extends Pick<Neighbours, 'earlier'> {
  readonly refused: ReadonlySet<GatheredFiling>;
}

const alone: FilingNeighbours = { earlier: [], refused: new Set() };

/** A filer learns the numbers of its own entries only. */
const OF_ANOTHER_FILER = 'of another filer';

// 19 CFR 182.14: importations that may be part of a series are looked for this many days back.
const seriesDays = 30;
const lowValue = Decimal.of('2500');

/**
 * Asks the store about a whole batch in a few queries: numbers used, goods claimed before, related importations, and which
 * imported data is part of the reference.
 */
export async function observe(
  context: TradeContext,
  agencyId: string,
  moment: Moment,
  filings: readonly GatheredFiling[],
  { earlier, refused }: FilingNeighbours = alone,
): Promise<ObservedFiling[]> {
  const { at } = moment;
  const takes = filings.map(committing);
  const without = new Set(takes.filter((_, index) => refused.has(filings[index] as GatheredFiling)));
  const claims = filings.map((filing) => keysOf(context, claimKeys, filing));
  const crossings = filings.map((filing) => keysOf(context, crossingKeys, filing));
  const enters = filings.map((filing) => enteredBy(context, filing));
  const [seen, claimed, entered, related, histories, programs, standings, commitments] = await Promise.all([
    entryNumbersSeen(
      context.pool,
      agencyId,
      filings.map(({ entryNumber }) => entryNumber),
    ),
    claimsOn(
      context.pool,
      agencyId,
      [...claims, ...crossings].flat().map(({ key }) => key),
    ),
    enteredOn(
      context.pool,
      agencyId,
      enters.flat().map(({ key }) => key),
    ),
    relatedImportations(context.pool, agencyId, at, filings.filter(isSmall)),
    caseHistories(context.pool, agencyId, filings.filter(({ body }) => body.corrects).map(threadOf)),
    context.references.at(at),
    standingsAtFiling(context, agencyId, at, filings.map(namingParties)),
    observeCommitments(context, agencyId, moment, takes, { earlier, refused: without }),
  ]);
  const standing = new EnteredLines(entered);
  return filings.map((filing, index) => {
    const own = claims[index] ?? [];
    const ownCrossings = crossings[index] ?? [];
    const elsewhere = ({ line, key }: LineClaim) =>
      claimed
        .filter((other) => other.claim_key === key && other.entry_number !== filing.entryNumber)
        .map(({ entry_number, filer_did }) => ({
          line,
          entryNumber: filer_did === filing.body.entry.filer.did ? entry_number : OF_ANOTHER_FILER,
        }));
    const duplicateClaims = own.flatMap(elsewhere);
    const crossingsEntered = eachOnce(ownCrossings.flatMap(elsewhere));
    const enteredBefore = standing.before(filing, enters[index] ?? []);
    if (!refused.has(filing)) standing.add(filing, enters[index] ?? []);
    const number = filing.body.entry.importerOfRecord.number;
    const observations: Observations = {
      at,
      entryNumberSeen: isSeenElsewhere(filing, seen),
      duplicateClaims,
      relatedImportations: related
        .filter((row) => row.importer === number)
        .map(({ importer: _, ...row }) => row),
      onRecord: [...filing.onRecord],
      statusLists: [...filing.statusLists],
      requests: [],
      ...(filing.authority ? { authority: filing.authority } : {}),
      ...(standings[index] ? { standings: [...standings[index]] } : {}),
      ...(commitments[index]?.others ? { commitments: commitments[index].others } : {}),
      ...(enteredBefore.length > 0 ? { enteredBefore } : {}),
      ...(crossingsEntered.length > 0 ? { crossingsEntered } : {}),
    };
    const history = histories.get(threadOf(filing));
    // The form was refused for a program that is not run here.
    const running = programs.get(filing.body.program) as RunningProgram;
    return {
      ...filing,
      observations,
      claims: [...own, ...ownCrossings],
      enters: enters[index] ?? [],
      held: commitments[index]?.held ?? new Map(),
      running,
      ...(history ? { history } : {}),
    };
  });
}

function keysOf(
  { crypto }: TradeContext,
  keys: typeof claimKeys,
  { body, documents }: GatheredFiling,
): LineClaim[] {
  return keys(
    crypto,
    body.entry,
    documents.map(({ evidence }) => evidence),
  );
}

function enteredBy({ crypto }: TradeContext, { body, documents }: GatheredFiling): LineKey[] {
  return enteredKeys(
    crypto,
    body,
    documents.map(({ evidence }) => evidence),
  );
}

/** A month has one crossing a day; that another entry has the same line is said once. */
function eachOnce<T extends { readonly line: number; readonly entryNumber: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [`${one.line} ${one.entryNumber}`, one])).values()];
}

/** What a filing commits of heats and certificates; a correction in the same thread commits the same. */
export function committing({
  received,
  body,
  documents,
}: Pick<GatheredFiling, 'received' | 'body' | 'documents'>): Committing {
  return {
    entry: uuidOf(received.envelope.thread),
    lines: body.entry.lines,
    evidence: documents.map(({ evidence }) => evidence),
  };
}

function namingParties({ body, documents }: GatheredFiling) {
  return { entry: body.entry, evidence: documents.map(({ evidence }) => evidence) };
}

/** A correction comes under the number of the entry it corrects, in the same thread; any other use is a second one. */
function isSeenElsewhere(filing: GatheredFiling, seen: ReadonlyMap<string, string>): boolean {
  const caseId = seen.get(filing.entryNumber);
  if (caseId === undefined) return false;
  return caseId !== threadOf(filing) || filing.body.corrects === undefined;
}

function threadOf({ received }: GatheredFiling): string {
  return uuidOf(received.envelope.thread);
}

function isSmall({ body }: GatheredFiling): boolean {
  return body.entry.lines.some(({ spi }) => spi !== undefined) && enteredValue(body.entry).lte(lowValue);
}

/** Total entered value in whole United States dollars. */
export function enteredValue({ lines }: Pick<Entry, 'lines'>): Decimal {
  return sumDecimals(lines.map((line) => Decimal.of(line.enteredValue)));
}

interface RelatedRow {
  importer: string;
  entryNumber: string;
  importDate: string;
  enteredValue: string;
  by: string;
}

async function relatedImportations(
  db: Queryable,
  agencyId: string,
  at: Instant,
  filings: readonly GatheredFiling[],
): Promise<RelatedRow[]> {
  if (filings.length === 0) return [];
  const importers = [...new Set(filings.map(({ body }) => body.entry.importerOfRecord.number))];
  const since = addDays(date(at.slice(0, 10)), -seriesDays);
  const { rows } = await db.query<RelatedRow>({
    name: 'related-importations',
    text: `select importer_number as importer, entry_number as "entryNumber",
             summary->>'importDate' as "importDate", summary->>'enteredValue' as "enteredValue",
             'same importer within ${seriesDays} days' as by
           from cases where tenant_id = $1 and face = 'agency' and importer_number = any($2)
             and created_at >= $3 and created_at <= $4 and entry_number is not null
           order by created_at, entry_number limit 200`,
    values: [agencyId, importers, since, at],
  });
  const own = new Set(filings.map(({ entryNumber }) => entryNumber));
  return rows.filter(({ entryNumber }) => !own.has(entryNumber));
}
