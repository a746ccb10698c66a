import type { Instant } from '@portolan/kernel';
import type { RequestFacts } from './body.ts';
import type { RequestRow } from './store.ts';

/** A request as it goes over the wire. */
export function factsOfRow(row: RequestRow, program: string): RequestFacts {
  return {
    requestId: row.request_id,
    round: row.round,
    entryNumber: row.entry_number,
    program,
    template: row.template,
    subject: row.subject,
    title: row.title,
    cite: row.cite,
    path: row.path,
    about: row.about,
    questions: row.questions.map((question) => ({ ...question })),
    message: row.message,
    confidential: row.confidential,
    holder: row.holder_did,
    routedTo: [...row.routed_to],
    openedAt: row.opened_at,
    dueAt: row.due_at,
    extended: row.extended,
  };
}

export interface RowPlace {
  readonly tenantId: string;
  readonly threadId: string;
  readonly from: string;
  readonly story: boolean;
}

/** A request that arrived, as a row of the party's own. */
export function rowOfFacts(facts: RequestFacts, { tenantId, threadId, from, story }: RowPlace): RequestRow {
  return {
    tenant_id: tenantId,
    thread_id: threadId,
    request_id: facts.requestId,
    round: facts.round,
    entry_number: facts.entryNumber,
    template: facts.template,
    subject: facts.subject,
    title: facts.title,
    cite: facts.cite,
    path: facts.path,
    about: facts.about,
    questions: facts.questions,
    message: facts.message,
    confidential: facts.confidential,
    state: 'open',
    holder_did: facts.holder,
    routed_to: facts.routedTo,
    from_did: from,
    opened_at: facts.openedAt as Instant,
    due_at: facts.dueAt as Instant,
    extended: facts.extended,
    closed_at: null,
    outcome: null,
    story,
  };
}
