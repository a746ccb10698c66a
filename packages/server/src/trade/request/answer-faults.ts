import type { Refusal } from '@portolan/kernel';
import { tradeCatalogue } from '../catalogue.ts';
import type { AnswerMessage, PartyMessage } from './body.ts';
import { requestCatalogue } from './catalogue.ts';
import { wrongState } from './change.ts';
import { isAsked, isAwaited, mayWithhold } from './state.ts';
import type { RequestRow } from './store.ts';

/**
 * Why a party's answer, or its wish for more time, can't be taken: the same for the party before it is sent and for the
 * agency when it arrives. `from` is the party's DID.
 */
export function faultOfMessage(
  request: RequestRow,
  from: string,
  message: Pick<PartyMessage, 'act' | 'round'> & Partial<Pick<AnswerMessage, 'disclosure'>>,
): Refusal | undefined {
  const { round } = request;
  const everAsked = request.routed_to.some(({ did }) => did === from);
  if (!everAsked) return tradeCatalogue.refuse('NODE_REQUEST_NOT_YOURS');
  if (request.closed_at !== null) return wrongState('closed', 'open');
  if (message.round < round) return requestCatalogue.refuse('NODE_REQUEST_ROUND_OVER');
  if (message.round !== round || !isAsked(request, from))
    return tradeCatalogue.refuse('NODE_REQUEST_NOT_YOURS');
  if (!isAwaited(request)) return tradeCatalogue.refuse('NODE_REQUEST_ANSWERED');
  if (message.disclosure === 'agency' && !mayWithhold(request, from))
    return tradeCatalogue.refuse('NODE_DISCLOSURE_REFUSED', { path: '/disclosure' });
  return undefined;
}
