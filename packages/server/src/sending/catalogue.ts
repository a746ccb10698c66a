import { defineCatalogue } from '@portolan/kernel';

/** What sending documents to another party refuses. */
export const sendingCatalogue = defineCatalogue('sending', {
  NODE_RECIPIENT_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'No party is known here by {to}.',
    mend: 'Choose a party from the search. One on another node is entered by the operator: portolan peer add.',
  },
  NODE_RECIPIENT_SELF: {
    fault: 'sender',
    status: 422,
    message: 'The receiver is your own organization.',
    mend: 'Choose another party.',
  },
  NODE_DOCUMENT_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization neither signed nor holds {digest}.',
    mend: 'Send what your organization signed, or what it was given and keeps.',
  },
  NODE_DOCUMENT_CONFIDENTIAL: {
    fault: 'agency',
    status: 403,
    message: 'The agency was given {digest} in confidence and may not pass it on.',
    mend: 'Ask the party that signed it to send it.',
    cite: 'USMCA article 5.12(4), with article 7.22',
  },
  NODE_DOCUMENT_WHOLE: {
    fault: 'sender',
    status: 422,
    message: 'Nothing of {digest} can be hidden: it was signed as a whole.',
    mend: 'Have it signed as vc+sd-jwt (portolan issue --hideable), or send it in full.',
  },
  NODE_DOCUMENT_WITHDRAWN: {
    fault: 'signer',
    status: 409,
    message: 'The document {digest} holds no longer: {detail}',
    mend: 'Sign it anew, or ask its signer for one that holds.',
  },
  NODE_DOCUMENT_ALTERED: {
    fault: 'signer',
    status: 422,
    message: 'The signature of {digest} does not hold: {detail}',
    mend: 'Ask the signer for the document as it was signed.',
  },
  NODE_SENDING_LARGE: {
    fault: 'sender',
    status: 413,
    message: 'The documents are {bytes} bytes together; at most {limit} go in one sending.',
    mend: 'Send them in several parts.',
  },
  NODE_SENDING_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization sent nothing under {id}.',
    mend: 'Open the list of what was sent again.',
  },
  NODE_SENDING_ANSWERED: {
    fault: 'sender',
    status: 409,
    message: 'It is {state} already and can no longer be taken back.',
    mend: 'Revoke the document if it must no longer hold; the receiver sees that with the next status list.',
  },
});
