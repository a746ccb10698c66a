import type { Digest, Refusal } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { EnvelopeHandler, Prepared, Received } from '../exchange/received.ts';
import { Overtaken } from '../exchange/received.ts';
import type { TradeContext } from '../trade/context.ts';
import { kindRefused } from '../trade/notice/from-agency.ts';
import { titleCatalogue } from './catalogue.ts';
import { readOrder, readState, type StateMessage } from './message.ts';
import { reachable } from './reachable.ts';
import { afterStep, short, stepRefused, type TitleOrder, type TitleState } from './rule.ts';
import { addSteps, advance, insertTitle, readTitles, type TitleRow } from './store.ts';
import { tellState } from './tell.ts';

/** The notices of this area, by what their bodies say they are. */
export function titleNotices(context: TradeContext): Record<string, EnvelopeHandler> {
  return {
    'title-order': orderHandler(context) as EnvelopeHandler,
    'title-state': stateHandler(context) as EnvelopeHandler,
  };
}

interface Ordered {
  readonly received: Received;
  readonly order: TitleOrder;
  readonly row: TitleRow;
}

/**
 * At the home: a holder wants its title moved. The number of the step is taken by compare-and-set, so that of two sales one
 * is refused, whether they come in one batch, at once, or years apart.
 */
export function orderHandler(context: TradeContext): EnvelopeHandler<Ordered> {
  return {
    kind: 'notice',
    async prepare(received) {
      const orders = received.map(({ envelope }) => readOrder(envelope.body));
      const [rows, known] = await Promise.all([
        readTitles(
          context.pool,
          received.flatMap(({ receiver }, at) => {
            const order = orders[at];
            return order ? [{ tenantId: receiver.id, title: order.title }] : [];
          }),
        ),
        reachable(
          context.pool,
          orders.flatMap((order) => order?.to ?? []),
        ),
      ]);
      const states = new Map([...rows].map(([key, row]) => [key, stateOf(row)]));
      return received.map((one, at): Prepared<Ordered> => {
        const message = orders[at];
        if (!message) return { refusals: [kindRefused(one)] };
        const key = `${one.receiver.id} ${message.title}`;
        const [row, state] = [rows.get(key), states.get(key)];
        const order: TitleOrder = { ...message, from: one.envelope.from };
        const refusal = row?.is_home && state ? orderRefused(state, order, known) : unknown(message.title);
        if (refusal || !row || !state) return { refusals: [refusal ?? unknown(message.title)] };
        // What comes later in this batch meets the title as this order leaves it.
        states.set(key, afterStep(state, order));
        return { work: { received: one, order, row } };
      });
    },
    async commit(tx, works) {
      for (const work of works) await takeStep(context, tx, work);
    },
    after(works) {
      for (const { received, order } of works)
        context.events.publish(received.receiver.id, {
          kind: 'title',
          ref: order.title,
          at: received.moment.at,
        });
      context.exchange.nudge();
    },
  };
}

function orderRefused(state: TitleState, order: TitleOrder, known: ReadonlySet<string>): Refusal | undefined {
  const refusal = stepRefused(state, order);
  if (refusal || order.kind === 'surrender' || order.to === state.home || known.has(order.to)) return refusal;
  const params = { title: short(order.title), to: order.to };
  return titleCatalogue.refuse('NODE_TITLE_RECEIVER', { path: '/to', params });
}

async function takeStep(
  context: TradeContext,
  tx: PoolClient,
  { received, order, row }: Ordered,
): Promise<void> {
  const { receiver, digest, moment } = received;
  const next = afterStep({ ...stateOf(row), seq: order.seq - 1 }, order);
  if (!(await advance(tx, row, order.seq - 1, next, moment.at))) throw new Overtaken('title');
  await addSteps(tx, [
    {
      ...{ tenant_id: row.tenant_id, title_digest: row.title_digest, seq: order.seq, kind: order.kind },
      ...{ from_did: order.from, to_did: order.to, at: moment.at, order_digest: digest },
    },
  ]);
  await context.log.append(tx, [{ kind: 'envelope', digest, at: moment.at }]);
  const moved = { ...row, seq: next.seq, holder_did: next.holder, state: next.state, updated_at: moment.at };
  await tellState(context, tx, receiver, moved, [order.from, order.to], moment);
}

interface Told {
  readonly received: Received;
  readonly message: StateMessage;
}

/** At a holder or former holder: the home tells the state. Only the signer of the bill is believed, and nothing older than known. */
export function stateHandler(context: TradeContext): EnvelopeHandler<Told> {
  return {
    kind: 'notice',
    async prepare(received) {
      return received.map((one): Prepared<Told> => {
        const message = readState(one.envelope.body);
        if (!message) return { refusals: [kindRefused(one)] };
        const bill = one.credentials.get(message.title as Digest);
        const issuer = typeof bill?.issuer === 'string' ? bill.issuer : undefined;
        if (issuer === one.envelope.from) return { work: { received: one, message } };
        const params = { title: short(message.title), home: issuer ?? 'the signer of the bill' };
        return { refusals: [titleCatalogue.refuse('NODE_TITLE_HOME', { params })] };
      });
    },
    async commit(tx, works) {
      for (const work of works) await keepState(tx, work);
    },
    after(works) {
      for (const { received, message } of works)
        context.events.publish(received.receiver.id, {
          kind: 'title',
          ref: message.title,
          at: received.moment.at,
        });
    },
  };
}

async function keepState(tx: PoolClient, { received, message }: Told): Promise<void> {
  const { receiver, envelope, moment } = received;
  const { title, holder, seq, state, number, goods, steps } = message;
  const row: TitleRow = {
    ...{ tenant_id: receiver.id, title_digest: title as Digest, home_did: envelope.from, is_home: false },
    ...{ holder_did: holder, seq, state, number, goods, updated_at: moment.at },
  };
  if (!(await insertTitle(tx, row)))
    await tx.query(
      `update titles set holder_did = $4, seq = $5, state = $6, updated_at = $7
       where tenant_id = $1 and title_digest = $2 and home_did = $3 and not is_home and seq < $5`,
      [receiver.id, title, envelope.from, holder, seq, state, moment.at],
    );
  await addSteps(
    tx,
    steps.map((step) => ({
      ...{ tenant_id: receiver.id, title_digest: title as Digest, seq: step.seq, kind: step.kind },
      ...{ from_did: step.from, to_did: step.to, at: step.at as TitleRow['updated_at'] },
      order_digest: (step.order as Digest | undefined) ?? null,
    })),
  );
}

function stateOf({ title_digest, home_did, holder_did, seq, state }: TitleRow): TitleState {
  return { title: title_digest, home: home_did, holder: holder_did, seq, state };
}

function unknown(title: string): Refusal {
  return titleCatalogue.refuse('NODE_TITLE_UNKNOWN', { params: { title: short(title) } });
}
