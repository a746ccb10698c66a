import { getConsistency, getLog } from '@portolan/contract';
import { ledgerCatalogue } from '@portolan/ledger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { nodeCatalogue } from '../platform/catalogue.ts';
import { registerCatalogue } from '../platform/catalogues.ts';
import type { NodeContext } from '../platform/context.ts';
import { serve } from '../platform/http/serve.ts';
import { sendRefusals } from '../platform/problem.ts';
import { newestCheckpoint } from './checkpoints.ts';
import { proveConsistency } from './consistency.ts';
import { nodeLogId, readIdentity } from './identity.ts';
import { summarize } from './summary.ts';
import { answerTile } from './tile-answer.ts';

type LogRouteContext = Pick<NodeContext, 'pool' | 'crypto'>;

const open = { config: { access: 'public' as const }, schema: { hide: true } };

/**
 * The public log: checkpoint, tiles, entries and key below `/log` as C2SP tlog-tiles has them, and below `/api/log` the
 * summary and consistency proofs for those who don't read tiles. Nothing here says what a leaf is about.
 */
export function logRoutes(app: FastifyInstance, { pool, crypto }: LogRouteContext): void {
  registerCatalogue(ledgerCatalogue);

  app.get('/log/checkpoint', open, async (_request, reply) => {
    const newest = await newestCheckpoint(pool, nodeLogId);
    return newest ? text(reply, newest.note) : unready(reply);
  });

  app.get('/log/key', open, async (_request, reply) => {
    const identity = await readIdentity(pool, nodeLogId);
    return identity ? text(reply, `${identity.noteKey}\n`) : unready(reply);
  });

  app.get<{ Params: { level: string; '*': string } }>(
    '/log/tile/:level/*',
    open,
    async ({ params }, reply) => {
      const tile = await answerTile(pool, nodeLogId, params.level, params['*']);
      if (!tile.ok) return sendRefusals(reply, tile.refusals);
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type('application/octet-stream')
        .send(Buffer.from(tile.value));
    },
  );

  serve(app, getLog, ({ query }) => summarize(pool, nodeLogId, query.cursor));

  serve(app, getConsistency, ({ query }) => proveConsistency(pool, crypto, nodeLogId, query));
}

/** Kept by no cache for long: both texts answer "what is it now". */
function text(reply: FastifyReply, body: string): FastifyReply {
  return reply.header('cache-control', 'public, max-age=1').type('text/plain; charset=utf-8').send(body);
}

function unready(reply: FastifyReply): FastifyReply {
  return sendRefusals(reply, [nodeCatalogue.refuse('NODE_UNREADY')]);
}
