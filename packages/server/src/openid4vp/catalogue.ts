import { defineCatalogue } from '@portolan/kernel';

/** What presenting to and from wallets refuses; what is wrong with a credential is the credentials room's to say. */
export const openid4vpCatalogue = defineCatalogue('openid4vp', {
  NODE_WALLET_REQUEST_UNKNOWN: {
    fault: 'holder',
    status: 404,
    message: 'There is no open request {id} here.',
    mend: 'Ask the verifier for a new request; each is answered once, and soon.',
    cite: 'OpenID4VP 1.0, section 5',
  },
  NODE_WALLET_REQUEST_CLOSED: {
    fault: 'holder',
    status: 409,
    message: 'The request was answered before, or its time is over.',
    mend: 'Ask the verifier for a new request.',
    cite: 'OpenID4VP 1.0, section 14.1',
  },
  NODE_WALLET_INSECURE: {
    fault: 'node',
    status: 409,
    message: 'Wallets answer over HTTPS only, and this node is reached at {origin}.',
    mend: 'Start the node with --tls, or behind a server that ends TLS with --public-url https://….',
    cite: 'OpenID4VP 1.0, section 8.2',
  },
  NODE_WALLET_RESPONSE: {
    fault: 'holder',
    status: 400,
    message: 'The response of the wallet cannot be read: {reason}.',
    mend: 'Post vp_token and state as a form, with a list of presentations for each credential that was asked for.',
    cite: 'OpenID4VP 1.0, section 8',
  },
  NODE_WALLET_REFUSED: {
    fault: 'holder',
    status: 400,
    message: 'The wallet declined: {reason}.',
    mend: 'Ask the holder, or ask for less.',
    cite: 'OpenID4VP 1.0, section 8.5',
  },
  NODE_WALLET_MISSING: {
    fault: 'holder',
    status: 400,
    message: 'Nothing was presented for "{query}".',
    mend: 'Present a credential of type {types}.',
    cite: 'OpenID4VP 1.0, section 6.4',
  },
  NODE_WALLET_TYPE: {
    fault: 'holder',
    status: 400,
    message: 'The credential for "{query}" is of type {found}, not {types}.',
    mend: 'Present a credential of the type that was asked for.',
    cite: 'OpenID4VP 1.0, appendix B.1.1',
  },
  NODE_WALLET_CLAIM: {
    fault: 'holder',
    status: 400,
    message: 'The credential for "{query}" does not show {claim}.',
    mend: 'Disclose the claim, or tell the verifier that you will not.',
    cite: 'OpenID4VP 1.0, section 6.4.1',
  },
  NODE_VERIFIER_REQUEST: {
    fault: 'sender',
    status: 400,
    message: 'The request of the verifier cannot be used: {reason}.',
    mend: 'Hand over the signed request object (a JWT) that the address of the verifier leads to, or ask for a new one.',
    cite: 'OpenID4VP 1.0, section 5',
  },
  NODE_VERIFIER_QUERY: {
    fault: 'sender',
    status: 400,
    message: 'The verifier did not ask for "{query}".',
    mend: 'Name one of: {queries}.',
  },
  NODE_VERIFIER_HOST: {
    fault: 'node',
    status: 422,
    message: 'This node may not ask {host}: its operator has not named it.',
    mend: 'Start the node with --fetch-from {host} (PORTOLAN_FETCH_FROM), hand over the request object itself, or post the saved form yourself.',
  },
  NODE_VERIFIER_UNREACHABLE: {
    fault: 'holder',
    status: 502,
    message: 'The verifier cannot be reached at {address}: {reason}.',
    mend: 'Try again when it answers, or post the saved form yourself.',
  },
  NODE_VERIFIER_REFUSED: {
    fault: 'holder',
    status: 502,
    message: 'The verifier did not take the answer ({status}): {answer}',
    mend: 'Ask the verifier what it misses, and for a new request: each is answered once.',
    cite: 'OpenID4VP 1.0, section 8.2',
  },
  NODE_PRESENT_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'The organization holds no credential {digest}.',
    mend: 'Choose one that the organization issued or was sent.',
  },
});
