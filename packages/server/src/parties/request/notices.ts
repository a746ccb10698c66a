import type { EnvelopeHandler } from '../../exchange/received.ts';
import type { TradeContext } from '../../trade/context.ts';
import { attestationAnswerHandler, attestationRequestHandler } from './receive.ts';

/** The notices of this area, by what their bodies say they are. */
export function partyNotices(context: TradeContext): Record<string, EnvelopeHandler> {
  return {
    'attestation-request': attestationRequestHandler(context) as EnvelopeHandler,
    'attestation-answer': attestationAnswerHandler(context) as EnvelopeHandler,
  };
}
