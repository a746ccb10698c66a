import { type DidDocument, verifyDocument } from '@portolan/credentials';
import {
  type Digest,
  type Instant,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { knownSenders } from '../../credentials/trust/senders.ts';
import type { Received } from '../../exchange/received.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import type { SignedDecision } from './document.ts';

export interface VerifiedDecision {
  readonly decision: SignedDecision;
  readonly digest: Digest;
}

/** The DID documents of those who sent a batch, by the moment at which each message counts: one look at the store for each moment. */
export async function sendersAt(
  { pool }: Pick<TradeContext, 'pool'>,
  received: readonly Received[],
): Promise<ReadonlyMap<Instant, ReadonlyMap<string, DidDocument>>> {
  const moments = Map.groupBy(received, ({ moment }) => moment.at);
  const known = await Promise.all(
    [...moments].map(async ([at, group]) => {
      const dids = new Set(group.map(({ envelope }) => envelope.from));
      return [at, await knownSenders(pool, [...dids], at)] as const;
    }),
  );
  return new Map(known);
}

/** A decision that arrived: signed by the agency that sent it, about the thread it came in. */
export async function verifyDecision(
  { crypto }: Pick<TradeContext, 'crypto'>,
  { envelope, moment }: Received,
  document: unknown,
  senders: Awaited<ReturnType<typeof sendersAt>>,
): Promise<Result<VerifiedDecision>> {
  if (!isRecord(document) || document.type !== 'portolan/decision@1' || document.thread !== envelope.thread)
    return refused(notADecision());
  const verified = await verifyDocument(document as JsonObject, {
    crypto,
    signedAt: { instant: moment.at, source: 'first-receipt' },
    resolveDid: (did) => senders.get(moment.at)?.get(did),
    signer: envelope.from,
  });
  if (!verified.ok) return verified;
  return ok({ decision: document as unknown as SignedDecision, digest: verified.value.digest });
}

function notADecision(): Refusal {
  return tradeCatalogue.refuse('NODE_FILING_SHAPE', {
    path: '/body/decision',
    params: { detail: 'it is not a decision in this thread' },
  });
}
