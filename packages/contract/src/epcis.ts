import { type Static, Type } from 'typebox';
import { InstantSchema } from './common.ts';
import { route } from './route.ts';

const Json = Type.Record(Type.String(), Type.Unknown());
const text = (description: string) => Type.Optional(Type.String({ maxLength: 2000, description }));

/**
 * The parameters of SimpleEventQuery that have a fixed name (EPCIS 2.0, section 8.2.7.1); several values are parted by "|". Without a fixed name
 * are EQ_bizTransaction_type and its like, and fields of other vocabularies: EQ_, GT_, GE_, LT_, LE_, EXISTS_ before the name
 * as it stands in the event, INNER_ after them to look at every depth. In MATCH_ a part of an idpat that is a star stands for any.
 */
export const EpcisQuerySchema = Type.Object(
  {
    eventType: text('Event types'),
    GE_eventTime: text('Happened at this time or later'),
    LT_eventTime: text('Happened before this time'),
    GE_recordTime: text('Captured at this time or later'),
    LT_recordTime: text('Captured before this time'),
    EQ_action: text('ADD, OBSERVE or DELETE'),
    EQ_bizStep: text('Business steps'),
    EQ_disposition: text('Dispositions'),
    EQ_readPoint: text('Read points'),
    EQ_bizLocation: text('Business locations'),
    EQ_transformationID: text('Transformations'),
    EQ_eventID: text('Names of events'),
    MATCH_epc: text('Objects in epcList or childEPCs'),
    MATCH_parentID: text('Parents'),
    MATCH_inputEPC: text('Objects that went in'),
    MATCH_outputEPC: text('Objects that came out'),
    MATCH_anyEPC: text('Objects in any role'),
    MATCH_epcClass: text('Classes in quantityList or childQuantityList'),
    MATCH_inputEPCClass: text('Classes that went in'),
    MATCH_outputEPCClass: text('Classes that came out'),
    MATCH_anyEPCClass: text('Classes in any role'),
    EXISTS_errorDeclaration: text('Events that correct others'),
    GE_errorDeclarationTime: text('Corrected at this time or later'),
    LT_errorDeclarationTime: text('Corrected before this time'),
    EQ_errorReason: text('Reasons of corrections'),
    EQ_correctiveEventID: text('Events that take the place of corrected ones'),
    EQ_persistentDisposition_set: text('Lasting dispositions that hold from the event on'),
    EQ_persistentDisposition_unset: text('Lasting dispositions that end with the event'),
    orderBy: Type.Optional(Type.Enum(['eventTime', 'recordTime'])),
    orderDirection: Type.Optional(Type.Enum(['ASC', 'DESC'])),
    eventCountLimit: Type.Optional(Type.Integer({ minimum: 1 })),
    maxEventCount: Type.Optional(Type.Integer({ minimum: 1 })),
    perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 30 })),
    nextPageToken: text('From the Link header of the page before'),
  },
  { additionalProperties: true },
);
export type EpcisQuery = Static<typeof EpcisQuerySchema>;

export const EpcisProblemSchema = Type.Object({
  type: Type.String({ description: 'epcisException:ValidationException and its like' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  instance: Type.Optional(Type.String({ description: 'JSON pointer into the document' })),
});

export const EpcisJobSchema = Type.Object({
  captureID: Type.String(),
  createdAt: InstantSchema,
  finishedAt: Type.Optional(InstantSchema),
  running: Type.Boolean(),
  success: Type.Boolean({ description: 'Whether every event was captured' }),
  captureErrorBehaviour: Type.Enum(['rollback', 'proceed']),
  errors: Type.Array(EpcisProblemSchema),
});
export type EpcisJob = Static<typeof EpcisJobSchema>;

export const EpcisQueryDocumentSchema = Type.Object({
  '@context': Type.Unknown(),
  type: Type.Literal('EPCISQueryDocument'),
  schemaVersion: Type.Literal('2.0'),
  creationDate: InstantSchema,
  epcisBody: Type.Object({
    queryResults: Type.Object({
      queryName: Type.String(),
      resultsBody: Type.Object({ eventList: Type.Array(Json) }),
    }),
  }),
});
export type EpcisQueryDocument = Static<typeof EpcisQueryDocumentSchema>;

const PageQuery = Type.Object({
  perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 30 })),
  nextPageToken: text('From the Link header of the page before'),
});

export const captureEpcis = route({
  method: 'POST',
  url: '/epcis/capture',
  summary: 'Capture an EPCIS 2.0 document; the Location header names the job',
  access: 'member',
  body: Json,
  response: Type.Object({ captureID: Type.String() }),
  status: 202,
});
export const listEpcisCaptures = route({
  method: 'GET',
  url: '/epcis/capture',
  summary: 'Capture jobs of the own organization, newest first',
  access: 'member',
  query: PageQuery,
  response: Type.Array(EpcisJobSchema),
});
export const getEpcisCapture = route({
  method: 'GET',
  url: '/epcis/capture/:captureId',
  summary: 'One capture job with its errors',
  access: 'member',
  params: Type.Object({ captureId: Type.String({ maxLength: 80 }) }),
  response: EpcisJobSchema,
});
export const addEpcisEvent = route({
  method: 'POST',
  url: '/epcis/events',
  summary: 'Capture one event at once; the Location header names it',
  access: 'member',
  body: Json,
  response: Json,
  status: 201,
});
export const queryEpcisEvents = route({
  method: 'GET',
  url: '/epcis/events',
  summary: 'Query events (SimpleEventQuery); the Link header leads to the next page',
  access: 'member',
  query: EpcisQuerySchema,
  response: EpcisQueryDocumentSchema,
});
export const getEpcisEvent = route({
  method: 'GET',
  url: '/epcis/events/:eventId',
  summary: 'One event by its name',
  access: 'member',
  params: Type.Object({ eventId: Type.String({ maxLength: 600 }) }),
  response: Json,
});

export const epcisDimensions = [
  'eventTypes',
  'epcs',
  'bizSteps',
  'bizLocations',
  'readPoints',
  'dispositions',
] as const;
export type EpcisDimension = (typeof epcisDimensions)[number];

const DimensionSchema = Type.Enum(epcisDimensions);

export const listEpcisValues = route({
  method: 'GET',
  url: '/epcis/:dimension',
  summary: 'The values that captured events have: event types, objects, steps, places, dispositions',
  access: 'member',
  params: Type.Object({ dimension: DimensionSchema }),
  query: PageQuery,
  response: Type.Object({ '@set': Type.Array(Type.String()) }),
});
export const queryEpcisEventsOf = route({
  method: 'GET',
  url: '/epcis/:dimension/:value/events',
  summary: 'Events of one type, object, step, place or disposition',
  access: 'member',
  params: Type.Object({ dimension: DimensionSchema, value: Type.String({ maxLength: 600 }) }),
  query: EpcisQuerySchema,
  response: EpcisQueryDocumentSchema,
});
