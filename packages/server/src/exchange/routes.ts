import { type Delivery, deliverEnvelopes } from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/serve.ts';
import { bodyLimits } from '../platform/limits.ts';
import { exchangeCatalogue } from './catalogue.ts';
import { fromWire, type Parcel } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { maxEnvelopes } from './inbox.ts';

/** POST /api/inbox: envelopes from other nodes. Each proves its sender by itself, so nobody signs in. */
export function inboxRoutes(app: FastifyInstance, exchange: Exchange): void {
  serve(
    app,
    deliverEnvelopes,
    async ({ body: { envelopes } }) => {
      const count = envelopes.length;
      if (count > maxEnvelopes) return tooMany(count);
      return ok({ deliveries: await receive(exchange, envelopes) });
    },
    { bodyLimit: bodyLimits.envelopes },
  );
}

/** One answer for each envelope in order; one in another form is refused without holding up the others. */
async function receive(
  exchange: Exchange,
  wires: readonly Readonly<Record<string, unknown>>[],
): Promise<Delivery[]> {
  const read = wires.map((wire, index) => fromWire(wire, `/envelopes/${index}`));
  const parcels = read.flatMap((result): Parcel[] => (result.ok ? [result.value] : []));
  const taken = (await exchange.receive(parcels)).values();
  return read.map((result, index): Delivery => {
    if (result.ok) return taken.next().value as Delivery;
    return { id: String(wires[index]?.id ?? ''), state: 'refused', refusals: [...result.refusals] };
  });
}

function tooMany(count: number): Result<never> {
  return refused(exchangeCatalogue.refuse('NODE_INBOX_TOO_MANY', { params: { count, limit: maxEnvelopes } }));
}
