import { defineCatalogue } from '@portolan/kernel';

/** What is refused of requests made under a capability; what is wrong with the capability itself the credentials room says. */
export const delegatedCatalogue = defineCatalogue('delegated', {
  NODE_ZCAP_SIGNATURE_MISSING: {
    fault: 'sender',
    status: 401,
    message: 'The request cannot be read as an invocation of a capability: {reason}.',
    mend: 'Sign the request with the headers Authorization: Signature … and Capability-Invocation: zcap capability="…",action="…".',
    cite: 'Authorization Capabilities 0.3, section 3.2; Signing HTTP Messages, draft 12',
  },
  NODE_ZCAP_SIGNATURE_COVERS: {
    fault: 'sender',
    status: 401,
    message: 'The signature of the request does not cover {header}.',
    mend: 'Cover (key-id) (created) (expires) (request-target) host capability-invocation, and with a body content-type and digest.',
  },
  NODE_ZCAP_SIGNATURE_INVALID: {
    fault: 'signer',
    status: 401,
    message: 'The signature of the request does not fit: {reason}.',
    mend: 'Sign the request as it is sent, with an Ed25519 key that the DID of keyId publishes to invoke capabilities.',
  },
  NODE_ZCAP_SIGNATURE_TIME: {
    fault: 'signer',
    status: 401,
    message: 'The signature of the request is not good at {now}: made {created}, ends {expires}.',
    mend: 'Sign the request anew, for at most ten minutes, with a clock that is right.',
  },
  NODE_ZCAP_REPLAYED: {
    fault: 'sender',
    status: 409,
    message: 'This signed request was taken before.',
    mend: 'Sign every request anew.',
  },
  NODE_ZCAP_REVOKED: {
    fault: 'signer',
    status: 403,
    message: 'The capability {id} was taken back.',
    mend: 'Ask its owner for a new one.',
    cite: 'Authorization Capabilities 0.3, section 3.3',
  },
  NODE_ZCAP_REFUSED: {
    fault: 'sender',
    status: 403,
    message: 'The capability gives no right to this.',
    mend: 'The further refusals say why; ask the owner for a capability that covers it.',
  },
  NODE_ZCAP_PAST: {
    fault: 'sender',
    message: 'The capability would end at {expires}, before it begins.',
    mend: 'Choose an end that is still to come.',
  },
  NODE_ZCAP_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'The organization has passed on no capability {id}.',
    mend: 'Check the identifier; the list of capabilities shows them all.',
  },
});
