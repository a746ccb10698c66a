import { isDid } from '@portolan/credentials';

/** A DID URL taken apart (DID Core 1.0, section 3.2). */
export interface DidUrl {
  readonly did: string;
  /** False where nothing but the DID stands. */
  readonly hasMore: boolean;
  readonly path: string;
  readonly query: URLSearchParams;
  /** What stands behind "#"; undefined without one. */
  readonly fragment: string | undefined;
}

export type DidUrlFault = 'invalidDid' | 'invalidDidUrl';

const PARTS = /^([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?$/s;
/** What RFC 3986, section 3.3 to 3.5, allows in a path, a query and a fragment. */
const PATH = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*$/;
const QUERY = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$/;

/** Takes a DID URL apart; or says which part of it has a form that is not allowed. */
export function readDidUrl(text: string): DidUrl | DidUrlFault {
  const [, did = '', path = '', query = '', fragment] = PARTS.exec(text) ?? [];
  // The name of a method is written small (DID Core 1.0, section 3.1).
  if (!isDid(did) || !/^did:[a-z0-9]+:/.test(did)) return 'invalidDid';
  if (!PATH.test(path) || !QUERY.test(query) || !QUERY.test(fragment ?? '')) return 'invalidDidUrl';
  return { did, hasMore: did !== text, path, query: new URLSearchParams(query), fragment };
}
