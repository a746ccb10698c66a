import { type CryptoPort, isRecord, type JsonValue } from '@portolan/kernel';
import type { DidDocument } from '../did/document.ts';
import type { StatusSnapshot } from '../status/snapshot.ts';
import type { ContextSet } from './contexts/pinned.ts';
import { needsOf } from './needs.ts';
import type { FormTrust } from './trust.ts';

type Plain = 'at' | 'signedAt' | 'tolerate' | 'keyBinding';
type Entries<T> = readonly (readonly [address: string, T])[];

/** What a verifier believes about one credential or presentation, as data alone: it can be handed to another thread. */
export interface FormFacts extends Pick<FormTrust, Plain> {
  readonly documents: Entries<DidDocument>;
  readonly statusLists: readonly StatusSnapshot[];
  readonly contexts: Entries<object>;
  readonly schemas?: Entries<JsonValue>;
  readonly resources?: Entries<Uint8Array>;
}

/**
 * What of a trust a credential or presentation asks for. Undefined where the trust holds what only the thread that made it can
 * answer: document schemas and a register. Who keeps the issuer's key is no part of the facts.
 */
export function factsOf(anything: unknown, trust: FormTrust): FormFacts | undefined {
  if (trust.schema || trust.accreditation) return undefined;
  const needs = needsOf(anything);
  const { at, signedAt, tolerate, keyBinding } = trust;
  const { schemaDocument, resource } = trust;
  return {
    at,
    signedAt,
    ...(tolerate && { tolerate }),
    ...(keyBinding && { keyBinding }),
    documents: entries(needs.dids, (did) => trust.resolveDid(did)),
    statusLists: needs.statusLists.flatMap((url) => trust.statusList?.(url) ?? []),
    contexts: contextsNamed([anything, needs.contexts], trust.contexts ?? new Map()),
    ...(schemaDocument && { schemas: entries(needs.schemas, (url) => schemaDocument(url)) }),
    ...(resource && { resources: entries(needs.resources, (url) => resource(url)) }),
  };
}

/** The trust that facts stand for. */
export function trustOfFacts(facts: FormFacts, crypto: CryptoPort): FormTrust {
  const { documents, statusLists, contexts, schemas, resources, ...plain } = facts;
  const keys = new Map(documents);
  const lists = new Map(statusLists.map((list) => [list.url, list]));
  const known = schemas && new Map(schemas);
  const bytes = resources && new Map(resources);
  return {
    ...plain,
    crypto,
    resolveDid: (did) => keys.get(did),
    statusList: (url) => lists.get(url),
    contexts: new Map(contexts),
    ...(known && { schemaDocument: (url: string) => known.get(url) }),
    ...(bytes && { resource: (url: string) => bytes.get(url) }),
  };
}

function entries<T>(addresses: readonly string[], get: (address: string) => T | undefined): Entries<T> {
  return addresses.flatMap((address) => {
    const found = get(address);
    return found === undefined ? [] : [[address, found] as const];
  });
}

/** The contexts that text in a value names, and those that text in these contexts names. */
function contextsNamed(value: unknown, set: ContextSet): Entries<object> {
  const named = new Map<string, object>();
  const waiting: unknown[] = set.size === 0 ? [] : [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) waiting.push(...next);
    else if (isRecord(next)) waiting.push(...Object.values(next));
    else if (typeof next === 'string' && !named.has(next)) {
      const context = set.get(next);
      if (context) {
        named.set(next, context);
        waiting.push(context);
      }
    }
  }
  return [...named];
}
