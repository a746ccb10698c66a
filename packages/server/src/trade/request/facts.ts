import type { Instant } from '@portolan/kernel';
import type { RequestFacts } from './body.ts';
import type { StoredRequest } from './store.ts';

/** A request as it goes over the wire. */
export function factsOfRow(row: StoredRequest, program: string): RequestFacts {
  return {
    requestId: row.request_id,
    revision: row.revision,
    round: row.round,
    entryNumber: row.entry_number,
    program,
    template: row.template,
    subject: row.subject,
    title: row.title,
    cite: row.cite,
    path: row.path,
    line: row.line,
    about: row.about,
    questions: row.questions.map((question) => ({ ...question })),
    message: row.message,
    confidential: row.confidential,
    holder: row.holder_did,
    routedTo: row.routed_to.map((recipient) => ({ ...recipient })),
    openedAt: row.opened_at,
    dueAt: row.due_at,
    termDays: row.term_days,
    extendedTo: row.extended_to,
    extension:
      row.extension_by && row.extension_days ? { by: row.extension_by, days: row.extension_days } : null,
    closedAt: row.closed_at,
    outcome: row.outcome,
  };
}

export interface RowPlace {
  readonly tenantId: string;
  readonly threadId: string;
  readonly from: string;
  readonly story: boolean;
}

/** A request that arrived, as a row of the party's own. */
export function rowOfFacts(
  facts: RequestFacts,
  { tenantId, threadId, from, story }: RowPlace,
): StoredRequest {
  return {
    tenant_id: tenantId,
    thread_id: threadId,
    request_id: facts.requestId,
    revision: facts.revision,
    round: facts.round,
    entry_number: facts.entryNumber,
    template: facts.template,
    subject: facts.subject,
    title: facts.title,
    cite: facts.cite,
    path: facts.path,
    line: facts.line,
    about: facts.about,
    questions: facts.questions,
    message: facts.message,
    confidential: facts.confidential,
    holder_did: facts.holder,
    routed_to: facts.routedTo,
    from_did: from,
    opened_at: facts.openedAt as Instant,
    due_at: facts.dueAt as Instant,
    term_days: facts.termDays,
    extended_to: facts.extendedTo as Instant | null,
    extension_by: facts.extension?.by ?? null,
    extension_days: facts.extension?.days ?? null,
    closed_at: facts.closedAt as Instant | null,
    outcome: facts.outcome,
    story,
  };
}
