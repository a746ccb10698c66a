import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import { readActionAnswer } from '../action/body.ts';
import { settleOwnActionAnswer } from '../action/own-answer.ts';
import { takeActionAnswer } from '../action/receive-answer.ts';
import type { TradeContext } from '../context.ts';
import { kindRefused } from '../notice/from-agency.ts';
import { readPartyMessage } from './body.ts';
import { settleOwnMessage } from './own-answers.ts';
import { type PreparedStep, type Standing, type Step, stepwise } from './step.ts';
import { takeMessage } from './take-message.ts';

/**
 * How an agency receives answers, wishes for more time and answers to its actions; and how the party that sent them
 * learns what became of them.
 */
export function answerHandler(context: TradeContext): EnvelopeHandler<Step> {
  return {
    kind: 'answer',
    async prepare(received) {
      const standing: Standing = { requests: new Map(), actions: new Map() };
      const prepared: PreparedStep[] = [];
      // One after the other: of two answers in one batch the first stands.
      for (const one of received) prepared.push(await take(context, one, standing));
      return prepared;
    },
    commit: stepwise.commit,
    after(steps) {
      stepwise.after(steps);
      context.exchange.nudge();
    },
    async answered(tx, answered) {
      for (const one of answered) {
        const message = readPartyMessage(one.envelope.body);
        if (message) await settleOwnMessage(context, tx, one, message);
        const action = readActionAnswer(one.envelope.body);
        if (action) await settleOwnActionAnswer(context, tx, one, action);
      }
    },
  };
}

async function take(context: TradeContext, received: Received, standing: Standing): Promise<PreparedStep> {
  const { envelope, receiver } = received;
  const message = readPartyMessage(envelope.body);
  if (message && receiver.kind === 'agency') return takeMessage(context, received, message, standing);
  const action = readActionAnswer(envelope.body);
  if (action && receiver.kind === 'agency') return takeActionAnswer(context, received, action, standing);
  return { refusals: [kindRefused(received)] };
}
