import type { Refusal } from '@portolan/kernel';
import { formatNoteKey } from '@portolan/ledger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { cosign, type WitnessContext, witnessSigner } from './cosign.ts';

const open = { config: { access: 'public' as const }, schema: { hide: true } };
/** A note of 64 KiB and 63 hashes before it. */
const bodyLimit = 72 * 1024;

/** Statuses that C2SP tlog-witness, add-checkpoint, gives to faults; any other is 422, that of a proof which does not hold. */
const statuses: Readonly<Record<string, number>> = {
  LEDGER_WITNESS_REQUEST: 400,
  LEDGER_NOTE_MALFORMED: 400,
  LEDGER_CHECKPOINT_MALFORMED: 400,
  LEDGER_NOTE_UNKNOWN_SIGNER: 403,
  LEDGER_NOTE_SIGNATURE_INVALID: 403,
  LEDGER_ORIGIN_MISMATCH: 403,
  LEDGER_WITNESS_LOG_UNKNOWN: 404,
  LEDGER_WITNESS_SIZE: 409,
  LEDGER_WITNESS_SPLIT: 409,
};

/** The node as a witness of other logs: its key, and the request for a cosignature as C2SP tlog-witness has it. */
export function witnessRoutes(app: FastifyInstance, context: WitnessContext): void {
  app.get('/log/witness/key', open, async (_request, reply) => {
    const { key } = await witnessSigner(context);
    return reply.type('text/plain; charset=utf-8').send(`${formatNoteKey(key)}\n`);
  });

  app.register(async (routes) => {
    // The specification names no media type for the request.
    routes.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
    routes.post('/log/witness/add-checkpoint', { ...open, bodyLimit }, async ({ body }, reply) => {
      const line = await cosign(context, typeof body === 'string' ? body : '');
      if (!line.ok) return refuse(reply, line.refusals);
      return reply.type('text/plain; charset=utf-8').send(line.value);
    });
  });
}

function refuse(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  const [first] = refusals;
  reply.code(statuses[first?.code ?? ''] ?? 422);
  if (first?.code === 'LEDGER_WITNESS_SIZE')
    return reply.type('text/x.tlog.size').send(`${first.params?.known}\n`);
  return reply.type('text/plain; charset=utf-8').send(refusals.map(({ message }) => `${message}\n`).join(''));
}
