import { compareEntry } from '@portolan/contract';
import { compareSummary, readFiledSummary } from '@portolan/filing';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { dossierView } from '../trade/entry/view.ts';

/** The longest text that is read, escaped as JSON. */
const BODY_LIMIT = 5_000_000;

/** Comparing a summary that was filed elsewhere with the entry; who may see the dossier may compare. */
export function compareRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(
    app,
    compareEntry,
    async ({ auth, params, body }) => {
      const dossier = await dossierView(context, auth, params.entryNumber);
      if (!dossier.ok) return dossier;
      const { entry, evaluation, provenance } = dossier.value;
      const theirs = readFiledSummary(body.text, entry.entryDate);
      if (!theirs.ok) return theirs;
      const duty = evaluation?.duty;
      return ok(compareSummary(theirs.value, { entry, provenance, ...(duty ? { duty } : {}) }));
    },
    { bodyLimit: BODY_LIMIT },
  );
}
