import { type Static, Type } from 'typebox';
import { AcknowledgedSchema, DidSchema, InstantSchema, PageOf, PageQuerySchema } from './common.ts';
import { route } from './route.ts';

const NumberSchema = Type.String({
  minLength: 1,
  maxLength: 20,
  description: 'importer number, CBP Form 5106',
});

/** What a filer keeps of an importer: what no paper of a shipment says. */
const ClientFields = {
  number: NumberSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  did: Type.Optional(DidSchema),
  bondType: Type.Enum(['0', '8', '9']),
  surety: Type.Optional(Type.String({ pattern: '^\\d{3}$' })),
  bondAmount: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,11}$', description: 'whole US dollars' })),
  payment: Type.Enum(['daily', 'periodic', 'single']),
};

export const ClientSchema = Type.Object({
  ...ClientFields,
  note: Type.String(),
  entries: Type.Integer({ description: 'entries filed for it in the last 365 days' }),
  /** How a continuous bond stands to what those entries owe. */
  sufficiency: Type.Optional(
    Type.Object({
      needed: Type.String(),
      owed: Type.String(),
      sufficient: Type.Boolean(),
      source: Type.String(),
    }),
  ),
  updatedAt: InstantSchema,
  updatedBy: Type.String(),
});
export type Client = Static<typeof ClientSchema>;

const ParamsSchema = Type.Object({ number: NumberSchema });

export const listClients = route({
  method: 'GET',
  url: '/api/clients',
  summary: 'The client file of the own organization, by name',
  access: 'trade',
  query: PageQuerySchema,
  response: PageOf(ClientSchema),
});
export const getClient = route({
  method: 'GET',
  url: '/api/clients/:number',
  summary: 'One client with the sufficiency of its bond',
  access: 'trade',
  params: ParamsSchema,
  response: ClientSchema,
});
export const saveClient = route({
  method: 'POST',
  url: '/api/clients',
  summary: 'Enter or change a client; its bond and number then stand in every draft',
  access: 'trade',
  body: Type.Object({ ...ClientFields, note: Type.Optional(Type.String({ maxLength: 2000 })) }),
  response: ClientSchema,
});
export const removeClient = route({
  method: 'DELETE',
  url: '/api/clients/:number',
  summary: 'Remove a client from the file; entries stay as they were filed',
  access: 'trade',
  params: ParamsSchema,
  response: AcknowledgedSchema,
});
