import { compareEditions, type EditionChange, listEditions } from '@portolan/contract';
import { all, ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { Comparer } from '../compare/comparer.ts';
import { shelfFor, type TariffContext } from '../context.ts';
import { editionNamed, inOrder } from '../edition.ts';
import { editionView } from '../edition-view.ts';

const DEFAULT_LIMIT = 50;

/** The editions at hand, and what differs between two of them. */
export function editionRoutes(app: FastifyInstance, context: TariffContext, comparer: Comparer): void {
  serve(app, listEditions, async ({ auth }) => {
    const shelf = await shelfFor(context, auth);
    return ok({ items: inOrder(shelf.reference.editions).map((edition) => editionView(edition, shelf)) });
  });

  serve(app, compareEditions, async ({ query, auth }) => {
    const shelf = await shelfFor(context, auth);
    const from = editionNamed(shelf.reference, query.from, '/from');
    const to = editionNamed(shelf.reference, query.to, '/to');
    if (!from.ok || !to.ok) return all<unknown>([from, to]) as never;
    const changes = await comparer.compare(from.value, to.value, shelf.reference);
    const prefix = (query.q ?? '').replaceAll('.', '');
    const within = changes.filter(({ hts }) => hts.startsWith(prefix));
    const shown = within.filter(({ change }) => query.change === undefined || change === query.change);
    const at = Number(query.cursor ?? 0) || 0;
    const end = at + (query.limit ?? DEFAULT_LIMIT);
    return ok({
      from: editionView(from.value, shelf),
      to: editionView(to.value, shelf),
      counts: countsOf(within),
      items: shown.slice(at, end),
      total: shown.length,
      ...(end < shown.length ? { next: String(end) } : {}),
    });
  });
}

function countsOf(changes: readonly EditionChange[]) {
  const count = (kind: EditionChange['change']) => changes.filter(({ change }) => change === kind).length;
  return { added: count('added'), ended: count('ended'), changed: count('changed') };
}
