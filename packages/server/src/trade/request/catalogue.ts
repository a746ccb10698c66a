import { defineCatalogue } from '@portolan/kernel';

/** What requests for information and notices of action refuse beside what all of trade refuses. */
export const requestCatalogue = defineCatalogue('requests', {
  NODE_REQUEST_ROUND_OVER: {
    fault: 'holder',
    status: 409,
    message: 'The agency has turned to the exporter or producer meanwhile: this round is over.',
    mend: 'The party that is asked now answers; send it what you have.',
    cite: '19 CFR 182.72; 19 CFR 10.616',
  },
  NODE_REQUEST_EMPTY: {
    fault: 'agency',
    status: 422,
    message: 'The request asks nothing.',
    mend: 'Keep a question of the template, add one, or write a note.',
  },
  NODE_ANSWER_FILE: {
    fault: 'holder',
    status: 422,
    message: 'The file {name} is neither a document that this node reads nor PDF, PNG, JPEG or plain text.',
    mend: 'Send the record as a credential, UBL XML, JSON or CSV, or as PDF, PNG, JPEG or plain text.',
  },
  NODE_ANSWER_TOO_LARGE: {
    fault: 'holder',
    status: 413,
    message: 'The files of the answer have {bytes} bytes together; {limit} travel in one answer.',
    mend: 'Send the records that answer the questions, smaller or fewer.',
  },
  NODE_ANSWER_POWER: {
    fault: 'holder',
    status: 403,
    message: 'No power of attorney in force on {day} lets you answer requests for the importer.',
    mend: 'Let the importer answer, or send a power of attorney that grants "answer-requests".',
    cite: '19 CFR 141.31; 19 CFR 141.46',
  },
  NODE_ANSWER_EVIDENCE: {
    fault: 'sender',
    status: 422,
    message: 'The answer names documents other than those that its envelope carries.',
    mend: 'Name each attachment of the envelope once in the answer.',
  },
  NODE_ACTION_ANSWERED: {
    fault: 'filer',
    status: 409,
    message: 'This action was answered before, or no answer is awaited any more.',
    mend: 'Reload the entry and look at what was answered.',
  },
});
