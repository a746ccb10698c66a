import type { FastifyInstance } from 'fastify';
import { clientRoutes } from '../clients/routes.ts';
import { compareRoutes } from '../compare/routes.ts';
import { buildTrust } from '../credentials/trust/build-trust.ts';
import { relearner } from '../credentials/trust/relearn.ts';
import { knownSenders } from '../credentials/trust/senders.ts';
import { stapleFor } from '../credentials/trust/staple.ts';
import { byBody } from '../exchange/by-body.ts';
import { exchangeCatalogue } from '../exchange/catalogue.ts';
import { createExchange } from '../exchange/exchange.ts';
import { outboxHealth } from '../exchange/health.ts';
import type { EnvelopeHandler } from '../exchange/received.ts';
import { inboxRoutes } from '../exchange/routes.ts';
import { formRoutes } from '../forms/routes.ts';
import { receiptsToSend } from '../log/foreign/send.ts';
import { numberRoutes } from '../numbers/routes.ts';
import { orderRoutes } from '../orders/routes.ts';
import { packetRoutes } from '../packet/routes.ts';
import { partyNotices } from '../parties/request/notices.ts';
import { partyRoutes } from '../parties/routes.ts';
import { pipelinesIdle } from '../pipelines/list.ts';
import { pipelineRoutes } from '../pipelines/routes.ts';
import { registerCatalogue } from '../platform/catalogues.ts';
import type { NodeContext } from '../platform/context.ts';
import { productRoutes } from '../products/routes.ts';
import { progressRoutes } from '../progress/routes.ts';
import { sendingRoutes } from '../sending/routes.ts';
import { shipmentRoutes } from '../shipments/routes.ts';
import { titleNotices } from '../titles/receive.ts';
import { titleRoutes } from '../titles/routes.ts';
import { nudgeTracing, tracingIdle } from '../traceability/catch-up.ts';
import { lotRoutes } from '../traceability/routes.ts';
import { actionHandler } from './action/receive.ts';
import { tradeCatalogue } from './catalogue.ts';
import { askingNotice } from './commitments/ask.ts';
import { commitmentsHandler } from './commitments/receive.ts';
import { retellHandler } from './commitments/retell.ts';
import type { TradeContext } from './context.ts';
import { decisionHandler } from './decision/receive.ts';
import { evidenceHandler } from './evidence/receive.ts';
import { filingHandler } from './filing/receive.ts';
import { filingCopyHandler } from './filing/receive-copy.ts';
import { noticesIdle, nudgeNotices } from './notice/dispatch.ts';
import { receiptHandler } from './notice/receive-receipt.ts';
import { settled } from './notice/settled.ts';
import { createReferences } from './references.ts';
import { answerHandler } from './request/receive-answer.ts';
import { requestHandler } from './request/receive-request.ts';
import { requestRoutes } from './request/routes.ts';
import { draftRoutes } from './routes/drafts.ts';
import { entryRoutes } from './routes/entries.ts';
import { targetingRoutes } from './routes/targeting.ts';
import { workRoutes } from './routes/work.ts';
import { programsById } from './running-programs.ts';
import { loadSampleCommunity } from './sample/load.ts';

for (const catalogue of [exchangeCatalogue, tradeCatalogue]) registerCatalogue(catalogue);

/** Trade on this node: intake, drafts, exchange, the agency's decisions, requests and the review. */
export interface Trade {
  readonly context: TradeContext;
  /** Puts the routes on the application. */
  routes(app: FastifyInstance): void;
  /** Loads the sample community's accreditations, status lists and stories; needs the seats, and the log running. */
  loadSample(progress: (step: string) => void): Promise<void>;
  /** Resolves when every message and notice that is under way has arrived. */
  settled(): Promise<void>;
  /** Sends what waits: the outbox, and notices that are owed. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts the trade services together on a node's context. Nothing runs before `start`. */
export function openTrade(node: NodeContext): Trade {
  const exchange = createExchange(node, {
    senders: { documents: (dids, at) => knownSenders(node.pool, dids, at), relearn: relearner(node) },
    staple: (credentials) => stapleFor(node, credentials),
    receiptsOf: (digests) => receiptsToSend(node, digests),
  });
  const context: TradeContext = {
    ...node,
    exchange,
    programs: programsById,
    references: createReferences({ ...node, library: node.reference.library }),
    buildTrust: (request) => buildTrust(node, request),
  };
  exchange.handle(evidenceHandler(context));
  exchange.handle(filingHandler(context));
  exchange.handle(decisionHandler(context));
  exchange.handle(receiptHandler(context));
  exchange.handle(requestHandler(context));
  exchange.handle(answerHandler(context));
  exchange.handle(
    byBody('notice', 'notice', {
      filing: filingCopyHandler(context),
      action: actionHandler(context),
      commitments: commitmentsHandler(context) as EnvelopeHandler,
      [askingNotice]: retellHandler(context) as EnvelopeHandler,
      ...partyNotices(context),
      ...titleNotices(context),
    }),
  );
  node.health.add('outbox', outboxHealth(node));
  return {
    context,
    routes(app) {
      inboxRoutes(app, exchange);
      workRoutes(app, context);
      draftRoutes(app, context);
      entryRoutes(app, context);
      clientRoutes(app, context);
      numberRoutes(app, context);
      progressRoutes(app, context);
      formRoutes(app, context);
      compareRoutes(app, context);
      packetRoutes(app, context);
      shipmentRoutes(app, context);
      productRoutes(app, context);
      titleRoutes(app, context);
      orderRoutes(app, context);
      requestRoutes(app, context);
      targetingRoutes(app, context);
      partyRoutes(app, context);
      sendingRoutes(app, context);
      lotRoutes(app, context);
      pipelineRoutes(app, context);
    },
    settled: () => settled(context),
    loadSample: (progress) => loadSampleCommunity(context, progress),
    async start() {
      exchange.start();
      nudgeNotices(context);
      nudgeTracing(context);
    },
    async stop() {
      await noticesIdle(context);
      await tracingIdle(context);
      await pipelinesIdle(context);
      await exchange.stop();
    },
  };
}
