import type { Sending } from '@portolan/contract';
import type { SendingRow } from './store.ts';

/** A sending as its sender sees it. One that arrived although it was taken back on the way is delivered: that is what happened. */
export function sendingView(row: SendingRow): Sending {
  const { note, answered_at, withdrawn_at, last_error, answer } = row;
  const state = stateOf(row);
  return {
    id: row.sending_id,
    documents: row.documents,
    to: row.to_did,
    toName: row.to_name ?? row.to_did,
    ...(note === null ? {} : { note }),
    by: row.by_name,
    sentAt: row.sent_at,
    state,
    envelope: row.envelope,
    ...(answered_at === null ? {} : { answeredAt: answered_at }),
    ...(withdrawn_at === null || state !== 'withdrawn' ? {} : { withdrawnAt: withdrawn_at }),
    attempts: row.attempts ?? 0,
    ...(last_error === null ? {} : { problem: last_error }),
    refusals: [...(answer?.refusals ?? [])],
  };
}

function stateOf({ answer, withdrawn_at }: SendingRow): Sending['state'] {
  if (answer) return answer.state === 'refused' ? 'refused' : 'delivered';
  return withdrawn_at === null ? 'waiting' : 'withdrawn';
}
