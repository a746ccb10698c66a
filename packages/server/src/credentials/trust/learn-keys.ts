import { type DidDocument, isDidWeb, isDidWebvh } from '@portolan/credentials';
import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { NodeContext } from '../../platform/context.ts';
import { mayAsk } from '../../platform/outbound/allowed.ts';
import type { FetchText } from '../../platform/outbound/fetch-text.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { Queryable } from '../queryable.ts';
import { didAddress, fetchDid, readDidDocument, readHistory } from './fetch-document.ts';
import { recordDidDocument } from './record-keys.ts';

export type LearningContext = Pick<NodeContext, 'pool' | 'clock' | 'config'>;

export interface Learning {
  /** Origin of the party's own node, which whoever enters the party names beside it. */
  readonly origin?: string;
  /** The DID document, or the history of a did:webvh, as the party handed it over by other means: nothing is fetched then. */
  readonly document?: string;
  /** How addresses are asked; over HTTPS unless told. */
  readonly fetchText?: FetchText;
}

/** Whether the keys of a DID stand at an address of the web. */
export function isPublishedDid(did: string): boolean {
  return isDidWeb(did) || isDidWebvh(did);
}

/**
 * Learns the keys of a party that somebody enters here: from the document or the history that was handed over, else from the
 * address that a did:web or did:webvh names, where this node may ask it. A did:key is its key, and keys held here are known:
 * nothing to learn. Refuses one whose keys are neither known nor to be had.
 */
export async function learnKeys(
  context: LearningContext,
  did: string,
  { origin, document, fetchText }: Learning = {},
): Promise<Result<void>> {
  if (document !== undefined) return keep(context, await readHandedOver(context, did, document));
  if (!isPublishedDid(did) || (await isHeldHere(context.pool, did))) return ok(undefined);
  const url = didAddress(did);
  if (!url.ok) return url;
  const allowed = { hosts: context.config.fetchFrom ?? [], origins: await peerOrigins(context.pool) };
  const origins = origin === undefined ? allowed.origins : [...allowed.origins, origin];
  const known = await isKnown(context.pool, did);
  if (!mayAsk(url.value, { ...allowed, origins })) return known ? ok(undefined) : fetchDenied(did, url.value);
  const fetched = await fetchDid(did, { crypto: nodeCrypto, at: context.clock.now() }, fetchText);
  if (!fetched.ok) return known ? ok(undefined) : fetched;
  return keep(context, ok(fetched.value.document));
}

/** What a place that the operator has not named is answered with. */
export function fetchDenied(did: string, url: string): Result<never> {
  const params = { did, host: new URL(url).hostname };
  return refused(credentialServiceCatalogue.refuse('NODE_FETCH_DENIED', { path: '/did', params }));
}

async function readHandedOver(
  { clock }: LearningContext,
  did: string,
  text: string,
): Promise<Result<DidDocument>> {
  if (!isDidWebvh(did)) return readDidDocument(did, text);
  const history = await readHistory(did, text, { crypto: nodeCrypto, at: clock.now() });
  return history.ok ? ok(history.value.document) : history;
}

async function keep({ pool, clock }: LearningContext, document: Result<DidDocument>): Promise<Result<void>> {
  if (!document.ok) return document;
  await withTransaction(pool, (tx) => recordDidDocument(tx, document.value, clock.now()));
  return ok(undefined);
}

async function isHeldHere(db: Queryable, did: string): Promise<boolean> {
  const { rowCount } = await db.query('select from keys where did = $1 limit 1', [did]);
  return rowCount !== 0;
}

async function isKnown(db: Queryable, did: string): Promise<boolean> {
  const { rowCount } = await db.query('select from did_keys where did = $1 limit 1', [did]);
  return rowCount !== 0;
}

/** Origins of the nodes that the operator has entered. */
export async function peerOrigins(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ base_url: string }>('select distinct base_url from peers');
  return rows.map(({ base_url }) => base_url);
}
