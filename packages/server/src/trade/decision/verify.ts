import { verifyDocument } from '@portolan/credentials';
import {
  type Digest,
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

/** A decision that arrived: signed by the agency that sent it, about the thread it came in. */
export async function verifyDecision(
  context: TradeContext,
  { envelope, moment }: Received,
  document: unknown,
): Promise<Result<VerifiedDecision>> {
  if (!isRecord(document) || document.type !== 'portolan/decision@1' || document.thread !== envelope.thread)
    return refused(notADecision());
  const documents = await knownSenders(context.pool, [envelope.from], moment.at);
  const verified = await verifyDocument(document as JsonObject, {
    crypto: context.crypto,
    signedAt: { instant: moment.at, source: 'first-receipt' },
    resolveDid: (did) => documents.get(did),
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
