import { importTariffData, listTariffData, withdrawTariffData } from '@portolan/contract';
import { ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { readUpload } from '../../platform/http/multipart.ts';
import { acknowledged, serve } from '../../platform/http/serve.ts';
import type { Auth } from '../../platform/tenant.ts';
import { shelfCatalogue } from '../catalogue.ts';
import { shelfFor, type TariffContext } from '../context.ts';
import { dataAtHand, importedView } from '../data-view.ts';
import { type Importer, importData, withdrawData } from '../shelf/import.ts';

/** Who answers for what an organization prices with: its lead, or the person who files. */
const keepers = { roles: ['lead', 'filer'] as const, scope: 'admin' as const };

/** Tariff data at hand with its sources; importing more, and withdrawing it. */
export function dataRoutes(app: FastifyInstance, context: TariffContext): void {
  serve(app, listTariffData, async ({ auth }) => ok({ items: dataAtHand(await shelfFor(context, auth)) }));

  serve(
    app,
    importTariffData,
    async ({ auth, request }) => {
      const upload = await readUpload(request);
      if (!upload.ok) return upload;
      const [file] = upload.value.files;
      if (!file || upload.value.files.length > 1) return refused(oneFile(upload.value.files.length));
      const item = await importData(context.pool, importer(auth, context), upload.value.fields, file);
      return item.ok ? ok(importedView(item.value)) : item;
    },
    keepers,
  );

  serve(
    app,
    withdrawTariffData,
    async ({ auth, params, body }) => {
      const done = await withdrawData(context.pool, importer(auth, context), params.name, body.reason);
      return done.ok ? acknowledged : done;
    },
    keepers,
  );
}

function importer({ tenant, member }: Auth, { clock }: TariffContext): Importer {
  return { tenantId: tenant.id, name: member.name, at: clock.now() };
}

function oneFile(count: number) {
  const params = { field: 'file', problem: `${count} files came`, expected: 'one file' };
  return shelfCatalogue.refuse('NODE_TARIFF_FIELD', { path: '/file', params });
}
