import { type DidDocument, verifyWebvhLog, webvhDocument } from '@portolan/credentials';
import { isRecord, type JsonValue, type Refusal } from '@portolan/kernel';
import type { VerifyOptions } from './options.ts';

/** The keys of DIDs whose histories prove themselves, and why a history does not. */
export interface DidHistories {
  readonly documents: ReadonlyMap<string, DidDocument>;
  readonly refusals: readonly Refusal[];
}

/**
 * Verifies the histories of did:webvh that a file brings along. They say themselves which keys were whose, and from when to
 * when: the keys of the signing time are known without anybody being believed (did:webvh 1.0, "Read (Resolve)").
 */
export async function readHistories(
  values: readonly JsonValue[],
  { crypto, at }: Pick<VerifyOptions, 'crypto' | 'at'>,
): Promise<DidHistories> {
  const documents = new Map<string, DidDocument>();
  const refusals: Refusal[] = [];
  for (const value of values) {
    const { did, log, witnesses } = isRecord(value) ? value : {};
    const text = { log: typeof log === 'string' ? log : '', witnesses };
    const history = await verifyWebvhLog(typeof did === 'string' ? did : '', text, { crypto, at });
    if (history.ok) documents.set(history.value.did, webvhDocument(history.value));
    else refusals.push(...history.refusals);
  }
  return { documents, refusals };
}
