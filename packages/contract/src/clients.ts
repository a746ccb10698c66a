import { type Tolerances, TolerancesSchema } from '@portolan/documents';
import { type Static, Type } from 'typebox';
import {
  AcknowledgedSchema,
  DateSchema,
  DidSchema,
  DigestSchema,
  EntryNumberSchema,
  InstantSchema,
  PageOf,
  PageQuerySchema,
} from './common.ts';
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
  /** Whose statement its entries stand on. */
  account: Type.Optional(Type.Enum(['broker', 'importer'])),
  statementDay: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 23,
      description: 'working day of the month on which the preliminary monthly statement is made',
    }),
  ),
};

export const ClientSchema = Type.Object({
  ...ClientFields,
  account: Type.Enum(['broker', 'importer']),
  note: Type.String(),
  /** Payment type of the summary message that follows from payment and account. */
  paymentType: Type.Optional(Type.String()),
  /** When an entry of today would be paid. */
  nextPayment: Type.Optional(
    Type.Object({
      month: Type.Optional(Type.String()),
      printsOn: Type.Optional(DateSchema),
      due: DateSchema,
      source: Type.String(),
    }),
  ),
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
  /** Powers of attorney to the own organization on record, newest first. */
  powers: Type.Array(
    Type.Object({ digest: DigestSchema, from: DateSchema, until: Type.Optional(DateSchema) }),
  ),
  /** How much its papers may differ, newest first; empty where the usual policy holds. */
  tolerances: Type.Array(Type.Unsafe<Tolerances>(TolerancesSchema)),
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
  summary: 'One client: bond and sufficiency, payment, powers of attorney, tolerances',
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

export const saveTolerances = route({
  method: 'POST',
  url: '/api/clients/:number/tolerances',
  summary: 'How much papers of a client may differ, from a day on; orders of earlier days keep theirs',
  access: 'trade',
  params: ParamsSchema,
  body: TolerancesSchema,
  response: ClientSchema,
});
export const removeTolerances = route({
  method: 'DELETE',
  url: '/api/clients/:number/tolerances/:from',
  summary: 'Take tolerances of a client back',
  access: 'trade',
  params: Type.Object({ number: NumberSchema, from: DateSchema }),
  response: ClientSchema,
});

export const PartnerRoleSchema = Type.Enum(['manufacturer', 'seller', 'consignee', 'carrier']);
export type PartnerRole = Static<typeof PartnerRoleSchema>;

const PartnerFields = {
  role: PartnerRoleSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** Manufacturer identification code; of a carrier its SCAC. */
  code: Type.Optional(Type.String({ minLength: 2, maxLength: 15 })),
  did: Type.Optional(DidSchema),
  address: Type.Optional(
    Type.Object({
      street: Type.Optional(Type.String({ maxLength: 200 })),
      city: Type.Optional(Type.String({ maxLength: 100 })),
      region: Type.Optional(Type.String({ maxLength: 100 })),
      postalCode: Type.Optional(Type.String({ maxLength: 20 })),
      country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    }),
  ),
  /** Of a seller: related to the client (19 CFR 152.102(g)). */
  related: Type.Optional(Type.Boolean()),
};

/** A trading partner of a client: taken from papers of its entries, or entered by hand. */
export const PartnerSchema = Type.Object({
  ...PartnerFields,
  key: Type.String(),
  entries: Type.Integer({ description: 'entries that named it' }),
  lastEntry: Type.Optional(EntryNumberSchema),
  updatedAt: InstantSchema,
  updatedBy: Type.String(),
});
export type Partner = Static<typeof PartnerSchema>;

export const listPartners = route({
  method: 'GET',
  url: '/api/clients/:number/partners',
  summary: 'Manufacturers and trading partners of a client, by role and name',
  access: 'trade',
  params: ParamsSchema,
  query: Type.Object({
    ...PageQuerySchema.properties,
    role: Type.Optional(PartnerRoleSchema),
  }),
  response: PageOf(PartnerSchema),
});
export const savePartner = route({
  method: 'POST',
  url: '/api/clients/:number/partners',
  summary: 'Enter or change a trading partner; drafts then no longer ask for its code or relation',
  access: 'trade',
  params: ParamsSchema,
  body: Type.Object(PartnerFields),
  response: PartnerSchema,
});
export const removePartner = route({
  method: 'DELETE',
  url: '/api/clients/:number/partners/:role/:key',
  summary: 'Remove a trading partner of a client',
  access: 'trade',
  params: Type.Object({
    number: NumberSchema,
    role: PartnerRoleSchema,
    key: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  response: AcknowledgedSchema,
});
