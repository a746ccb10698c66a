import type { Instant, JsonObject } from '@portolan/kernel';
import { uuidOf } from '../../exchange/envelope.ts';
import type { CaseRow, CaseState } from '../store/cases.ts';
import type { DecisionOutcome, DecisionRow } from '../store/decisions.ts';
import type { FilingRow } from '../store/filings.ts';
import type { TimelineRow } from '../store/timeline.ts';
import type { JudgedFiling } from './judge.ts';
import { holdersOf, searchWords, summaryOf, titleOf } from './summary.ts';

/** The state that the rules' decision gives to a first filing, or to a correction of it. */
export function stateAfter(outcome: DecisionOutcome, corrected: boolean): CaseState {
  if (outcome === 'refer') return 'referred';
  return corrected ? 'corrected' : 'accepted';
}

/** The agency's case of a decided filing. */
export function agencyCase(filing: JudgedFiling): CaseRow {
  const { received, body, entryNumber, documents, total, decision, history } = filing;
  const { entry } = body;
  const { at, story } = received.moment;
  const state = stateAfter(decision.outcome, history !== undefined);
  const importer = entry.importerOfRecord;
  return {
    tenant_id: received.receiver.id,
    case_id: uuidOf(received.envelope.thread),
    face: 'agency',
    program: body.program,
    state,
    entry_number: entryNumber,
    title: titleOf(entry),
    filer_did: entry.filer.did,
    importer_did: importer.did ?? null,
    importer_number: importer.number,
    agency_did: received.receiver.did,
    holders: holdersOf(
      documents.map(({ evidence }) => evidence.issuer),
      [entry.filer.did, importer.did, received.receiver.did],
    ),
    next_mover: decision.outcome === 'refer' ? 'agency' : 'nobody',
    due_at: null,
    search: searchWords(entry),
    summary: summaryOf(entry, total, documents.length, state),
    story_at: story ? at : null,
    created_at: at,
    updated_at: at,
  };
}

/** The case of a corrected entry: what is open in it stays open. */
export function correctedCase(row: CaseRow, before: CaseRow): CaseRow {
  const { openRequests } = before.summary;
  const asked = openRequests > 0;
  return {
    ...row,
    state: asked ? before.state : row.state,
    next_mover: asked ? before.next_mover : row.next_mover,
    due_at: before.due_at,
    summary: { ...row.summary, openRequests },
    created_at: before.created_at,
  };
}

export function filingRow(
  { received, body, entryNumber, kept, history }: JudgedFiling,
  storedAt: Instant,
): FilingRow {
  return {
    tenant_id: received.receiver.id,
    case_id: uuidOf(received.envelope.thread),
    version: (history?.version ?? 0) + 1,
    entry_number: entryNumber,
    envelope_digest: received.digest,
    filed_at: received.envelope.sentAt,
    received_at: received.moment.at,
    stored_at: storedAt,
    receipted_at: null,
    dossier: kept.dossier.bytes,
    dossier_digest: kept.dossier.digest,
    measures: body.measures,
  };
}

export function decisionRow(filing: JudgedFiling): DecisionRow {
  const { received, decision, decisionBytes, kept, running } = filing;
  return {
    tenant_id: received.receiver.id,
    case_id: uuidOf(received.envelope.thread),
    step: decision.step,
    version: decision.version,
    digest: decisionBytes.digest,
    outcome: decision.outcome,
    decided_by: decision.decidedBy,
    reason: decision.reason,
    decided_at: decision.decidedAt,
    known_at: decision.knownAt,
    rule_version: decision.ruleVersion,
    reference_digest: running.reference.digest,
    observations: kept.observations.bytes,
    observations_digest: kept.observations.digest,
    evaluation: kept.evaluation.bytes,
    evaluation_digest: kept.evaluation.digest,
    verdicts: null,
    document: decisionBytes.bytes,
  };
}

/** What the timeline tells of a decided filing. */
export function eventsOfFiling(filing: JudgedFiling): Omit<TimelineRow, 'event_id'>[] {
  const { received, decision, decisionBytes, body, entryNumber } = filing;
  const event = (kind: string, actor: string, detail: JsonObject) => ({
    tenant_id: received.receiver.id,
    case_id: uuidOf(received.envelope.thread),
    at: received.moment.at,
    kind,
    actor,
    detail,
  });
  const { corrects } = body;
  return [
    corrects
      ? event('corrected', received.envelope.from, {
          entryNumber,
          reason: corrects.reason,
          digest: received.digest,
        })
      : event('filed', received.envelope.from, { entryNumber, digest: received.digest }),
    event('decided', received.receiver.did, {
      outcome: decision.outcome,
      reason: decision.reason,
      by: decision.decidedBy,
      digest: decisionBytes.digest,
    }),
  ];
}
