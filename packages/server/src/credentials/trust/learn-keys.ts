import { didWebUrl, isDidWeb } from '@portolan/credentials';
import { ok, type Result, refused } from '@portolan/kernel';
import type { NodeContext } from '../../platform/context.ts';
import { mayAsk } from '../../platform/outbound/allowed.ts';
import type { FetchText } from '../../platform/outbound/fetch-text.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { Queryable } from '../queryable.ts';
import { fetchDidWeb, readDidDocument } from './fetch-document.ts';
import { recordDidDocument } from './record-keys.ts';

export type LearningContext = Pick<NodeContext, 'pool' | 'clock' | 'config'>;

export interface Learning {
  /** Origin of the party's own node, which whoever enters the party names beside it. */
  readonly origin?: string;
  /** The DID document as the party handed it over by other means: nothing is fetched then. */
  readonly document?: string;
  /** How addresses are asked; over HTTPS unless told. */
  readonly fetchText?: FetchText;
}

/**
 * Learns the keys of a party that somebody enters here: from the document that was handed over, else from the address that
 * a did:web names, where this node may ask it. A did:key is its key, and keys held here are known: nothing to learn. Refuses
 * a did:web whose keys are neither known nor to be had.
 */
export async function learnKeys(
  context: LearningContext,
  did: string,
  { origin, document, fetchText }: Learning = {},
): Promise<Result<void>> {
  if (document !== undefined) return keep(context, readDidDocument(did, document));
  if (!isDidWeb(did) || (await isHeldHere(context.pool, did))) return ok(undefined);
  const url = didWebUrl(did);
  if (!url.ok) return url;
  const allowed = { hosts: context.config.fetchFrom ?? [], origins: await peerOrigins(context.pool) };
  const origins = origin === undefined ? allowed.origins : [...allowed.origins, origin];
  const known = await isKnown(context.pool, did);
  if (!mayAsk(url.value, { ...allowed, origins })) {
    const params = { did, host: new URL(url.value).hostname };
    return known
      ? ok(undefined)
      : refused(credentialServiceCatalogue.refuse('NODE_FETCH_DENIED', { path: '/did', params }));
  }
  const fetched = await fetchDidWeb(did, fetchText);
  return !fetched.ok && known ? ok(undefined) : keep(context, fetched);
}

async function keep(
  { pool, clock }: LearningContext,
  document: Awaited<ReturnType<typeof fetchDidWeb>>,
): Promise<Result<void>> {
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
