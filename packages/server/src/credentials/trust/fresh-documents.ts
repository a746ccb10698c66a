import { addSeconds, type JsonObject } from '@portolan/kernel';
import { isPublishedDid, type LearningContext, learnKeys } from './learn-keys.ts';
import { referencesOf } from './references.ts';
import { relearner } from './relearn.ts';

const defaultAgeSeconds = 60 * 60;

type Relearn = ReturnType<typeof relearner>;
const relearnBy = new WeakMap<object, Relearn>();

/**
 * Asks anew for the keys of did:web and did:webvh issuers that are on record here and were last seen longer ago than the configured
 * age: a key that its owner took out, and a DID that was given up, must not count until somebody happens to sign with a new one.
 * Each address is asked once a minute at the most; where nothing is to be had, the record stays.
 */
export async function freshDocuments(
  context: LearningContext,
  credentials: Iterable<JsonObject>,
  learn: typeof learnKeys = learnKeys,
): Promise<void> {
  const issuers = [...referencesOf([...credentials]).issuers].filter(isPublishedDid);
  if (issuers.length === 0) return;
  const { clock, config, pool } = context;
  const { rows } = await pool.query<{ did: string }>({
    name: 'credential-keys-last-seen',
    text: 'select did from did_keys where did = any($1) group by did having max(last_seen) <= $2',
    values: [issuers, addSeconds(clock.now(), -(config.trustAgeSeconds ?? defaultAgeSeconds))],
  });
  if (rows.length === 0) return;
  const relearn = relearnBy.get(pool) ?? relearner(context, learn);
  relearnBy.set(pool, relearn);
  await relearn(rows.map(({ did }) => did));
}
