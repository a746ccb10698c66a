import type { DidDocument, StatusSnapshot } from '@portolan/credentials';
import type { Instant, JsonObject } from '@portolan/kernel';
import type { CredentialContext } from '../context.ts';
import { askForLists } from './ask-lists.ts';
import { snapshotOf } from './list-cache.ts';
import type { References } from './references.ts';
import { type NewSeenList, readSeenLists, rememberLists, type SeenList } from './seen-lists.ts';

export interface ListRequest {
  readonly tenantId: string;
  /** The instant that is asked for; a story's own date may lie before the lists of today. */
  readonly at: Instant;
  readonly lists: References['lists'];
  readonly stapled: readonly JsonObject[];
  readonly documents: ReadonlyMap<string, DidDocument>;
  /** Issuers' nodes may be asked for lists that are missing or out of date. */
  readonly asks: boolean;
}

/**
 * Lists of issuers elsewhere: the newest that was ever sent, stapled now or before. A list counts for an address when it was
 * signed by an issuer whose credentials name that address; a foreign one is shown only where there is no other, so that
 * the verdict can say what was wrong with it.
 */
export async function otherLists(
  context: Pick<CredentialContext, 'pool' | 'crypto' | 'clock' | 'config'>,
  request: ListRequest,
): Promise<StatusSnapshot[]> {
  const { tenantId, at, lists, stapled, documents } = request;
  const now = context.clock.now();
  const wanted = stapled.filter(({ id }) => typeof id === 'string' && lists.has(id));
  const seen = await readSeenLists(context.pool, tenantId, [...lists.keys()]);
  const sent = await verifyAll(context, wanted, () => now, documents);
  const earlier = await verifyAll(
    context,
    seen.map(({ signed }) => signed),
    receivedAt(seen, now),
    documents,
  );
  const missing = request.asks ? withoutFresh(lists, [...sent, ...earlier], now) : new Map();
  const asked = missing.size > 0 ? await askForLists(context, missing) : [];
  const fresh = [...sent, ...(await verifyAll(context, asked, () => now, documents))];
  await rememberLists(context.pool, tenantId, acceptable(fresh, lists, now), now);
  const candidates = [...fresh, ...earlier].map(({ snapshot }) => snapshot);
  return [...lists].flatMap(([url, issuers]) => {
    const newest = newestOf(
      candidates.filter((candidate) => candidate.url === url),
      issuers,
    );
    return newest ? [asOf(newest, at, now)] : [];
  });
}

/** Addresses for which no list of the right issuer speaks for now. */
function withoutFresh(
  lists: References['lists'],
  held: readonly NewSeenList[],
  now: Instant,
): References['lists'] {
  const speaking = new Set(
    held.flatMap(({ snapshot: { url, issuer, validFrom, freshUntil } }) =>
      lists.get(url)?.has(issuer) && validFrom <= now && freshUntil !== undefined && now <= freshUntil
        ? [url]
        : [],
    ),
  );
  return new Map([...lists].filter(([url]) => !speaking.has(url)));
}

async function verifyAll(
  { crypto }: Pick<CredentialContext, 'crypto'>,
  signed: readonly JsonObject[],
  seenAt: (list: JsonObject) => Instant,
  documents: ReadonlyMap<string, DidDocument>,
): Promise<NewSeenList[]> {
  const lists = await Promise.all(
    signed.map(async (list) => ({
      signed: list,
      snapshot: await snapshotOf(list, { crypto, seenAt: seenAt(list), documents }),
    })),
  );
  return lists.flatMap(({ snapshot, ...list }) => (snapshot ? [{ ...list, snapshot }] : []));
}

function receivedAt(seen: readonly SeenList[], now: Instant): (list: JsonObject) => Instant {
  const times = new Map(seen.map(({ signed, received_at }) => [signed, received_at]));
  return (list) => times.get(list) ?? now;
}

/** Only lists of the right issuer are remembered, and none from the future: it would shut out the true ones. */
function acceptable(fresh: readonly NewSeenList[], lists: References['lists'], now: Instant): NewSeenList[] {
  const newest = new Map<string, NewSeenList>();
  for (const list of fresh) {
    const { url, issuer, validFrom } = list.snapshot;
    const name = `${url} ${issuer}`;
    const known = newest.get(name);
    if (lists.get(url)?.has(issuer) && validFrom <= now && (!known || known.snapshot.validFrom < validFrom))
      newest.set(name, list);
  }
  return [...newest.values()];
}

function newestOf(
  candidates: readonly StatusSnapshot[],
  issuers: ReadonlySet<string>,
): StatusSnapshot | undefined {
  const own = candidates.filter(({ issuer }) => issuers.has(issuer));
  return (own.length > 0 ? own : candidates).toSorted((left, right) =>
    left.validFrom < right.validFrom ? 1 : -1,
  )[0];
}

/** A story's date lies before the lists of today; a list that is fresh today speaks for it. */
function asOf(snapshot: StatusSnapshot, at: Instant, now: Instant): StatusSnapshot {
  const { validFrom, freshUntil } = snapshot;
  const isToday = validFrom <= now && freshUntil !== undefined && now <= freshUntil;
  return at < validFrom && isToday ? { ...snapshot, validFrom: at } : snapshot;
}
