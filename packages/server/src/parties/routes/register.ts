import { getRegisterParty, searchRegister } from '@portolan/contract';
import { ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../../trade/context.ts';
import type { Queryable } from '../../trade/store/bulk.ts';
import { partyServiceCatalogue } from '../catalogue.ts';
import { listAttestations, publicIdentifiers, publicSubjects } from '../list.ts';

/** Public attestations of one page of the register at most. */
const MOST = 2000;

/** The public register, without sign-in: what organizations made public about themselves, and nothing about who asks. */
export function registerRoutes(app: FastifyInstance, { pool }: TradeContext): void {
  serve(app, searchRegister, async ({ query: { q, limit = 50, cursor } }) => {
    const page = { limit, ...(q ? { words: q } : {}), ...(cursor ? { after: cursor } : {}) };
    const { subjects, total } = await publicSubjects(pool, page);
    const items = await partiesOf(pool, subjects);
    const last = subjects.length === limit ? subjects.at(-1) : undefined;
    return ok({ items, ...(last ? { next: last } : {}), total });
  });

  serve(app, getRegisterParty, async ({ params: { did } }) => {
    const [party] = await partiesOf(pool, [did]);
    if (party) return ok(party);
    return refused(
      partyServiceCatalogue.refuse('NODE_REGISTER_PARTY_UNKNOWN', { path: '/did', params: { did } }),
    );
  });
}

/** What some parties made public, in two queries however many they are. */
async function partiesOf(db: Queryable, subjects: readonly string[]) {
  if (subjects.length === 0) return [];
  const [{ items }, identifiers] = await Promise.all([
    listAttestations(db, { subjects, limit: MOST }),
    publicIdentifiers(db, subjects),
  ]);
  const bySubject = Map.groupBy(items, ({ subject }) => subject);
  return subjects.flatMap((did) => {
    const attestations = bySubject.get(did) ?? [];
    const [first] = attestations;
    if (!first) return [];
    return [{ did, name: first.subjectName, identifiers: [...(identifiers.get(did) ?? [])], attestations }];
  });
}
