import { defineCatalogue } from '@portolan/kernel';

/** Why an envelope was not taken. */
export const exchangeCatalogue = defineCatalogue('exchange', {
  NODE_ENVELOPE_SHAPE: {
    fault: 'sender',
    status: 400,
    message: 'The envelope is not in the form portolan/envelope@1: {detail}.',
    mend: 'Send the members that the form asks for, and no others.',
  },
  NODE_ENVELOPE_PROOF: {
    fault: 'sender',
    status: 401,
    message: 'The signature of the envelope does not hold for {from}: {detail}.',
    mend: 'Sign the envelope with a key that {from} holds now, and send it unchanged.',
  },
  NODE_ENVELOPE_FUTURE: {
    fault: 'sender',
    status: 422,
    message: 'The envelope says it was sent at {sentAt}, which is still to come.',
    mend: 'Set the clock of the sending node and sign the envelope again.',
  },
  NODE_ENVELOPE_ID_REUSED: {
    fault: 'sender',
    status: 409,
    message: 'Another envelope with the identifier {id} was received before.',
    mend: 'Give each new envelope an identifier of its own; resend the old one unchanged.',
  },
  NODE_SENDER_UNKNOWN: {
    fault: 'sender',
    status: 403,
    message: 'No trusted party is known by {from}.',
    mend: 'Ask the receiving node to enter the sender in its trust register or among its peers.',
  },
  NODE_RECEIVER_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'No tenant of this node is known by {to}.',
    mend: 'Send the envelope to the node on which the receiver has its seat.',
  },
  NODE_ATTACHMENT_MISSING: {
    fault: 'sender',
    status: 422,
    message: 'The envelope names {digest} but does not carry it.',
    mend: 'Attach the credential or file whose digest the envelope names.',
  },
  NODE_ATTACHMENT_UNNAMED: {
    fault: 'sender',
    status: 422,
    message: 'The envelope carries {digest}, which its signature does not name.',
    mend: 'Name every attachment by digest in the signed part, or leave it out.',
  },
  NODE_ENVELOPE_KIND: {
    fault: 'sender',
    status: 422,
    message: 'The receiver takes no envelope of the kind {kind} from {from} in this thread.',
    mend: 'Send it to the party whose step it is.',
  },
  NODE_INBOX_TOO_MANY: {
    fault: 'sender',
    status: 413,
    message: '{count} envelopes in one request; at most {limit} are taken.',
    mend: 'Send them in several requests.',
  },
  NODE_PEER_ADDRESS: {
    fault: 'sender',
    status: 422,
    message: '"{url}" is not the address of a node.',
    mend: 'Give the origin of the node, for example https://node.example.',
  },
  NODE_PEER_DID: {
    fault: 'sender',
    status: 422,
    message: '"{did}" is not a decentralized identifier.',
    mend: 'Copy the identifier that the other party gives you, for example did:web:node.example.',
  },
  NODE_STORY_REFUSED: {
    fault: 'sender',
    status: 422,
    message:
      "A story's own date is taken only on a node with the sample community, from and for sample tenants.",
    mend: 'Leave storyAt out: the time of receipt counts.',
  },
});
