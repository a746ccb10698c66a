import { type Static, Type } from 'typebox';
import { AcknowledgedSchema, DateSchema, DigestSchema, InstantSchema, NoteSchema } from './common.ts';
import { route } from './route.ts';
import { HolderSchema } from './tariff-editions.ts';

/** One body of tariff data at hand: what it is, whence, how sure, for which days. */
export const TariffDataViewSchema = Type.Object({
  name: Type.String(),
  /** 'edition', 'table' for what comes with the program, or the kind of what was imported. */
  kind: Type.String(),
  title: Type.String(),
  rows: Type.Integer(),
  /** First and last day of its validity; open where absent. */
  from: Type.Optional(DateSchema),
  until: Type.Optional(DateSchema),
  published: Type.Optional(DateSchema),
  sources: Type.Array(Type.String()),
  /** Certainties of its rows, from the surest. */
  certainties: Type.Array(Type.String()),
  digest: Type.Optional(DigestSchema),
  holder: HolderSchema,
  unknownAfter: Type.Optional(Type.String()),
  imported: Type.Optional(Type.Object({ by: Type.String(), at: InstantSchema, fileName: Type.String() })),
});
export type TariffDataView = Static<typeof TariffDataViewSchema>;

export const listTariffData = route({
  method: 'GET',
  url: '/api/tariff/data',
  summary: 'Which tariff data is at hand, its source, certainty and validity',
  access: 'member',
  response: Type.Object({ items: Type.Array(TariffDataViewSchema) }),
});
export const importTariffData = route({
  method: 'POST',
  url: '/api/tariff/data',
  summary:
    'Import tariff data for the own organization (multipart: kind, name, effective, until, published, source, certainty, one file)',
  access: 'member',
  multipart: true,
  response: TariffDataViewSchema,
  status: 201,
});
export const withdrawTariffData = route({
  method: 'POST',
  url: '/api/tariff/data/:name/withdraw',
  summary: 'Take imported tariff data out of use; it stays on record',
  access: 'member',
  params: Type.Object({ name: Type.String({ maxLength: 60 }) }),
  body: Type.Object({ reason: NoteSchema }),
  response: AcknowledgedSchema,
});
