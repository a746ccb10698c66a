import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { NodeContext } from '../context.ts';
import type { NumberedEvent } from '../events.ts';

type EventContext = Pick<NodeContext, 'events' | 'clock'>;

const heartbeatMs = 15_000;
const reconnectMs = 2000;

/**
 * GET /api/events: what changed for the signed-in organization, as server-sent events. A reader that comes back names the
 * last event it saw and gets what it missed; when that is no longer known it gets 'reset' and reads the API again.
 */
export function eventRoutes(app: FastifyInstance, context: EventContext): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  app.get(
    '/api/events',
    { schema: { summary: 'What changed, as server-sent events', hide: false } },
    (request, reply) => {
      const end = stream(request, reply, context);
      open.add(end);
      request.raw.once('close', () => {
        end();
        open.delete(end);
      });
    },
  );
}

function stream(request: FastifyRequest, reply: FastifyReply, { events, clock }: EventContext): () => void {
  const tenantId = request.auth.tenant.id;
  const head = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  reply.hijack();
  reply.raw.writeHead(200, head as Record<string, string>);
  reply.raw.write(`retry: ${reconnectMs}\n\n`);

  const lastId = request.headers['last-event-id'];
  const missed = typeof lastId === 'string' ? events.since(tenantId, lastId) : [];
  if (missed === undefined) reply.raw.write(dataLine({ kind: 'reset', ref: '', at: clock.now() }));
  for (const event of missed ?? []) reply.raw.write(eventLines(event));

  const unsubscribe = events.subscribe(tenantId, (event) => reply.raw.write(eventLines(event)));
  const heartbeat = setInterval(() => reply.raw.write(': still here\n\n'), heartbeatMs);
  return () => {
    clearInterval(heartbeat);
    unsubscribe();
    reply.raw.end();
  };
}

function eventLines({ id, ...event }: NumberedEvent): string {
  return `id: ${id}\n${dataLine(event)}`;
}

function dataLine(event: { kind: string; ref: string; at: string }): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
