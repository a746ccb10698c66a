import { defineCatalogue } from '@portolan/kernel';

/** What the routes about lots refuse. */
export const tracingCatalogue = defineCatalogue('lots', {
  NODE_LOT_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization’s ledger has no lot {lot}.',
    mend: 'Check the name, and that you are signed in for the right organization; or receive the document that made the lot.',
  },
  NODE_TRACE_EVENT_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization’s ledger has no event {event}.',
    mend: 'Check the name of the event, and that you are signed in for the right organization.',
  },
  NODE_TRACE_EVENT_WHICH: {
    fault: 'sender',
    status: 422,
    message:
      'Send either an event to be signed here or a credential that its signer made, not both and not neither.',
    mend: 'Put your own step under "event"; put what another party signed under "credential".',
  },
  NODE_TRACE_EVENT_UNSIGNED: {
    fault: 'signer',
    status: 422,
    message: 'The signature of the event does not hold: {reason}',
    mend: 'Ask its signer for the event again, as it was signed.',
  },
  NODE_TRACE_EVENT_SIGNER: {
    fault: 'signer',
    status: 422,
    message: 'The event speaks for {by} and is signed by {issuer}.',
    mend: 'An event counts as the word of who signed it: have {by} sign it.',
  },
  NODE_TRACE_SPAN: {
    fault: 'sender',
    status: 422,
    message: 'The span from {from} until {until} ends before it begins.',
    mend: 'Give the earlier time first.',
  },
  NODE_LOT_DOCUMENT_REVOKED: {
    fault: 'signer',
    message: 'The lot rests on a document that was revoked: {type} {digest}, signed by {issuer}.',
    mend: 'What was drawn before stands. Before more is drawn or sold, ask the signer why, and for the document that takes its place.',
  },
  NODE_LOT_DOCUMENT_SUSPENDED: {
    fault: 'signer',
    message: 'The lot rests on a document that is suspended: {type} {digest}, signed by {issuer}.',
    mend: 'What was drawn before stands. Before more is drawn or sold, wait until the signer lifts the suspension or revokes.',
  },
  NODE_TRACE_FAULT: {
    fault: 'node',
    message: 'The node failed to read this into the ledger of lots.',
    mend: 'Show the operator of the node its log; nothing else was held up.',
  },
});
