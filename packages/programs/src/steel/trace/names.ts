import type { Signed } from './signed.ts';

/** An identifier in running text; the full stop or colon that ends a sentence is no part of it. */
const identifier = /\bdid:[a-z0-9]+:[\w.%:-]*[\w%-]/g;

/**
 * A sentence with each party by the name that the documents give it, in place of its identifier. What a party calls itself in a
 * document that it signed wins over what others call it. An identifier that no document names stays.
 */
export function inNames(text: string, signed: readonly Signed[]): string {
  if (!text.includes('did:')) return text;
  const others = new Map<string, string>();
  const own = new Map<string, string>();
  for (const { document, issuer } of signed)
    visitParties(document, (did, name) => keepFirst(did === issuer ? own : others, did, name));
  return text.replace(identifier, (did) => own.get(did) ?? others.get(did) ?? did);
}

/** Of several names the first in order is taken, so that the order of the documents changes nothing. */
function keepFirst(names: Map<string, string>, did: string, name: string): void {
  const before = names.get(did);
  if (before === undefined || name < before) names.set(did, name);
}

/** Documents were read by their schema, which bounds their depth. */
function visitParties(value: unknown, visit: (did: string, name: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('did' in value && 'name' in value && typeof value.did === 'string' && typeof value.name === 'string')
    visit(value.did, value.name);
  for (const each of Object.values(value)) visitParties(each, visit);
}
