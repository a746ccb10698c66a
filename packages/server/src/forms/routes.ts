import { type DossierView, printForm } from '@portolan/contract';
import { form3461, form7501, type PrintedEntry, renderForm } from '@portolan/filing/print';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serveFile } from '../platform/http/serve-file.ts';
import type { TradeContext } from '../trade/context.ts';
import { dossierView } from '../trade/entry/view.ts';
import { addressOf, partiesOf } from './addresses.ts';

const forms = { '7501': form7501, '3461': form3461 };

/** Entries as the paper the trade knows: who may see the dossier may print it. */
export function formRoutes(app: FastifyInstance, context: TradeContext): void {
  serveFile(app, printForm, async ({ auth, params: { entryNumber, form } }) => {
    const dossier = await dossierView(context, auth, entryNumber);
    if (!dossier.ok) return dossier;
    const bytes = await renderForm(forms[form](printedEntry(dossier.value)), new Date(dossier.value.filedAt));
    return ok({ bytes, mediaType: 'application/pdf', fileName: `${form}-${entryNumber}.pdf` });
  });
}

/** The entry of a dossier as its forms print it. */
export function printedEntry({ entry, evaluation, evidence, filedAt, signatory }: DossierView): PrintedEntry {
  const consignee = addressOf(evidence, entry.consignee.name);
  const importer = addressOf(evidence, entry.importerOfRecord.name);
  return {
    entry,
    ...(evaluation?.duty ? { duty: evaluation.duty } : {}),
    addresses: { ...(consignee ? { consignee } : {}), ...(importer ? { importer } : {}) },
    parties: partiesOf(evidence, entry),
    summaryDate: filedAt.slice(0, 10),
    ...(signatory
      ? { declarant: { name: signatory.name, title: `for ${entry.filer.name}`, on: filedAt.slice(0, 10) } }
      : {}),
  };
}
