import { compareEntry, compareMany } from '@portolan/contract';
import { compareSummary, readFiledSummary } from '@portolan/filing';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { compareCatalogue } from './catalogue.ts';
import { compareFiles } from './compare-many.ts';
import { ourSummary } from './our-summary.ts';

/** The longest text that is read, escaped as JSON. */
const BODY_LIMIT = 5_000_000;

/** Comparing summaries that were filed elsewhere with entries; who may see the dossier may compare. */
export function compareRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(compareCatalogue);
  serve(
    app,
    compareEntry,
    async ({ auth, params, body: { text, keystrokesPerHour } }) => {
      const ours = await ourSummary(context, auth.tenant.id, params.entryNumber);
      if (!ours.ok) return ours;
      const theirs = readFiledSummary(text, ours.value.entry.entryDate);
      if (!theirs.ok) return theirs;
      const speed = keystrokesPerHour === undefined ? {} : { keystrokesPerHour };
      return ok(compareSummary(theirs.value, { ...ours.value, ...speed }));
    },
    { bodyLimit: BODY_LIMIT },
  );
  serve(
    app,
    compareMany,
    ({ auth, body: { files, keystrokesPerHour } }) =>
      compareFiles(context, auth.tenant.id, files, keystrokesPerHour),
    { bodyLimit: BODY_LIMIT },
  );
}
