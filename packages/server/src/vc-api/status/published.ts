import { addSeconds, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { credentialServiceCatalogue } from '../../credentials/catalogue.ts';
import { credentialMediaType } from '../../credentials/status/media-type.ts';
import { sendRefusals } from '../../platform/problem.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { VcContext } from '../context.ts';
import { signNextVcList, VC_LIST_TTL_SECONDS } from './sign-list.ts';
import { lockVcList, readPublished, type VcListRow } from './store.ts';

/** Half of its time is left to whoever fetches it. */
const RENEW_SECONDS = VC_LIST_TTL_SECONDS / 2;

/** Status lists for every verifier in the world. Nothing is recorded about who reads them. */
export function publishedListRoutes(app: FastifyInstance, context: VcContext): void {
  const open = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get<{ Params: { list: string; purpose: string } }>(
    '/status-lists/:list/:purpose',
    open,
    async ({ params, headers }, reply) => {
      const list = await currentVcList(context, params.list, params.purpose);
      if (!list.ok) return sendRefusals(reply, list.refusals);
      return reply
        .header('cache-control', `public, max-age=${VC_LIST_TTL_SECONDS}`)
        .header('access-control-allow-origin', '*')
        .type(credentialMediaType(headers.accept))
        .send(JSON.stringify(list.value));
    },
  );
}

/** The list at an address as it is published now, signed anew when it was never signed or its time runs out. */
export async function currentVcList(
  context: VcContext,
  listId: string,
  purpose: string,
): Promise<Result<JsonObject>> {
  const row = await readPublished(context.pool, listId, purpose);
  if (!row) return refused(credentialServiceCatalogue.refuse('NODE_STATUS_LIST_UNKNOWN'));
  if (row.signed && isRecent(row, context)) return ok(row.signed);
  return withTransaction(context.pool, async (tx) => {
    const locked = await lockVcList(tx, row.tenant_id, row.list_id, row.purpose);
    if (!locked) return refused(credentialServiceCatalogue.refuse('NODE_STATUS_LIST_UNKNOWN'));
    if (locked.signed && isRecent(locked, context)) return ok(locked.signed);
    return ok(await signNextVcList(context, tx, locked, locked.bits));
  });
}

function isRecent({ signed_at }: VcListRow, { clock }: Pick<VcContext, 'clock'>): boolean {
  const now = clock.now();
  return signed_at !== null && signed_at <= now && now < addSeconds(signed_at, RENEW_SECONDS);
}
