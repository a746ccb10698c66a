import { getRegisterParty, searchRegister } from '@portolan/contract';
import { ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../../trade/context.ts';
import { partyServiceCatalogue } from '../catalogue.ts';
import { listAttestations, publicIdentifiers } from '../list.ts';

/** The public register, without sign-in: what organizations made public about themselves, and nothing about who asks. */
export function registerRoutes(app: FastifyInstance, { pool }: TradeContext): void {
  serve(app, searchRegister, async ({ query }) => {
    const { items } = await listAttestations(pool, {
      limit: query.limit ?? 50,
      ...(query.q ? { words: query.q } : {}),
    });
    const subjects = [...Map.groupBy(items, ({ subject }) => subject)];
    const parties = await Promise.all(
      subjects.map(async ([did, attestations]) => ({
        ...{ did, name: attestations[0]?.subjectName ?? did, attestations },
        identifiers: [...(await publicIdentifiers(pool, did))],
      })),
    );
    return ok({ items: parties, total: parties.length });
  });

  serve(app, getRegisterParty, async ({ params: { did } }) => {
    const { items } = await listAttestations(pool, { subject: did, limit: 200 });
    const [first] = items;
    if (!first)
      return refused(
        partyServiceCatalogue.refuse('NODE_REGISTER_PARTY_UNKNOWN', { path: '/did', params: { did } }),
      );
    return ok({
      did,
      name: first.subjectName,
      identifiers: [...(await publicIdentifiers(pool, did))],
      attestations: items,
    });
  });
}
