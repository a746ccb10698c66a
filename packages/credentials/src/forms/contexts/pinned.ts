import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as integrity } from '@digitalbazaar/data-integrity-context';
import { contexts as multikey } from '@digitalbazaar/multikey-context';
import { contexts as security } from '@digitalbazaar/security-context';
import { PORTOLAN_CONTEXT } from '../../credential/credential.ts';

/** JSON-LD contexts by their address. */
export type ContextSet = ReadonlyMap<string, object>;

/** A context that gives every undefined term an address below `vocabulary`. */
function vocabulary(address: string): object {
  return { '@context': { '@vocab': address } };
}

/**
 * The contexts known to every node: those of the W3C as the field's packages carry them, the examples vocabulary of the
 * specifications, and this node's own. Whoever needs more hands them in; nothing is ever fetched.
 */
export const pinnedContexts: ContextSet = new Map<string, object>([
  ...credentials,
  ...integrity,
  ...multikey,
  ...security,
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    vocabulary('https://www.w3.org/ns/credentials/examples#'),
  ],
  [PORTOLAN_CONTEXT, vocabulary('https://portolan.example/terms#')],
]);
