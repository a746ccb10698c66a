import { Type } from 'typebox';
import { EntryParamsSchema } from './common.ts';
import { route } from './route.ts';

export const downloadPacket = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/packet',
  summary:
    'Everything held of an entry as one ZIP: entry, forms, documents, decisions, receipts, timeline, and a manifest of digests',
  access: 'member',
  params: EntryParamsSchema,
  response: Type.String({
    contentMediaType: 'application/zip',
    description: 'ZIP, files stored as they are',
  }),
});
