import type { JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import type { EnvelopeHandler, Prepared, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../../trade/context.ts';
import { kindRefused } from '../../trade/notice/from-agency.ts';
import { type AnswerMessage, type AskMessage, readAnswer, readAsk } from './message.ts';
import { closeRequest, insertRequest } from './store.ts';

interface Heard<Message> {
  readonly received: Received;
  readonly message: Message;
}

/** At the attester: a holder asks. Nothing is signed until a person has looked at it. */
export function attestationRequestHandler(context: TradeContext): EnvelopeHandler<Heard<AskMessage>> {
  return heard(context, readAsk, async (tx, { received, message }) => {
    const { receiver, envelope, moment } = received;
    await insertRequest(tx, {
      ...{ tenant_id: receiver.id, request_id: uuidOf(envelope.thread), side: 'asked', other: envelope.from },
      ...{ type: message.type, message: message.note, document: message.document as JsonObject },
      asked_at: moment.at,
    });
  });
}

/** At the holder: the attester answers. An answer of anybody else, or to nothing asked, changes nothing. */
export function attestationAnswerHandler(context: TradeContext): EnvelopeHandler<Heard<AnswerMessage>> {
  return heard(context, readAnswer, async (tx, { received, message }) => {
    const { receiver, envelope, moment } = received;
    const { state, reason, attestation } = message;
    await closeRequest(
      tx,
      { tenantId: receiver.id, id: uuidOf(envelope.thread), other: envelope.from },
      { state, at: moment.at, ...(reason ? { reason } : {}), ...(attestation ? { attestation } : {}) },
    );
  });
}

function heard<Message>(
  { events }: Pick<TradeContext, 'events'>,
  read: (body: JsonObject) => Message | undefined,
  keep: (tx: PoolClient, one: Heard<Message>) => Promise<void>,
): EnvelopeHandler<Heard<Message>> {
  return {
    kind: 'notice',
    async prepare(received) {
      return received.map((one): Prepared<Heard<Message>> => {
        const message = read(one.envelope.body);
        return message ? { work: { received: one, message } } : { refusals: [kindRefused(one)] };
      });
    },
    async commit(tx, works) {
      for (const one of works) await keep(tx, one);
    },
    after(works) {
      for (const { received } of works)
        events.publish(received.receiver.id, {
          kind: 'attestation-request',
          ref: uuidOf(received.envelope.thread),
          at: received.moment.at,
        });
    },
  };
}
