import { isPublishedDid, type LearningContext, learnKeys } from './learn-keys.ts';

/** An address is asked anew this often at the most, however many messages come with unknown keys. */
const pauseMs = 60_000;

/**
 * Asks anew for the keys of did:web and did:webvh parties that are known already, as when one signs with a key it made since. Where nothing
 * is to be had, what is known stays.
 */
export function relearner(
  context: LearningContext,
  learn: typeof learnKeys = learnKeys,
): (dids: readonly string[]) => Promise<void> {
  const askedAt = new Map<string, number>();
  return async (dids) => {
    const now = performance.now();
    const due = dids.filter((did) => isPublishedDid(did) && now - (askedAt.get(did) ?? -pauseMs) >= pauseMs);
    for (const did of due) askedAt.set(did, now);
    await Promise.all(due.map((did) => learn(context, did)));
  };
}
