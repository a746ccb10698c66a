import type { JsonObject } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Text = Type.String({ maxLength: 500 });
const Note = Type.String({ maxLength: 8000 });
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' });

const EvidenceNameSchema = Type.Object({ digest: Text, title: Text, type: Text });

/** The request itself, which every message of the agency about it repeats: whoever joins late has all of it. */
const RequestFactsSchema = Type.Object({
  requestId: Uuid,
  round: Type.Integer({ minimum: 1, maximum: 20 }),
  entryNumber: Text,
  program: Text,
  template: Text,
  subject: Text,
  title: Text,
  cite: Text,
  path: Text,
  about: Note,
  questions: Type.Array(Type.Object({ id: Text, text: Note, wants: Text }), { maxItems: 50 }),
  message: Note,
  confidential: Type.Boolean(),
  holder: Type.Union([Text, Type.Null()]),
  routedTo: Type.Array(Text, { maxItems: 20 }),
  openedAt: Text,
  dueAt: Text,
  extended: Type.Boolean(),
});
export type RequestFacts = Static<typeof RequestFactsSchema>;

/** What the agency says in a request's thread. */
const AgencyMessageSchema = Type.Union([
  Type.Object({ act: Type.Literal('opened'), request: RequestFactsSchema }),
  Type.Object({ act: Type.Literal('extended'), request: RequestFactsSchema, reason: Note }),
  Type.Object({ act: Type.Literal('escalated'), request: RequestFactsSchema, reason: Note }),
  Type.Object({
    act: Type.Literal('answered'),
    request: RequestFactsSchema,
    by: Text,
    at: Text,
    disclosure: Type.Union([Type.Literal('all'), Type.Literal('agency')]),
    text: Type.Union([Note, Type.Null()]),
    evidence: Type.Array(EvidenceNameSchema, { maxItems: 60 }),
  }),
  Type.Object({
    act: Type.Literal('closed'),
    request: RequestFactsSchema,
    outcome: Type.Union([Type.Literal('satisfied'), Type.Literal('not-satisfied')]),
    reason: Note,
  }),
]);
export type AgencyMessage = Static<typeof AgencyMessageSchema>;

/** What a party says to the agency. */
const PartyMessageSchema = Type.Union([
  Type.Object({
    act: Type.Literal('answer'),
    requestId: Uuid,
    round: Type.Integer({ minimum: 1, maximum: 20 }),
    disclosure: Type.Union([Type.Literal('all'), Type.Literal('agency')]),
    text: Note,
    evidence: Type.Array(EvidenceNameSchema, { maxItems: 60 }),
  }),
  Type.Object({ act: Type.Literal('ask-extension'), requestId: Uuid, days: Type.Integer({ minimum: 1, maximum: 90 }), reason: Note }),
  Type.Object({ act: Type.Literal('answer-action'), actionId: Uuid, agree: Type.Boolean(), text: Note }),
]);
export type PartyMessage = Static<typeof PartyMessageSchema>;

const agencyShape = Compile(AgencyMessageSchema);
const partyShape = Compile(PartyMessageSchema);

/** The body of a request envelope; undefined when it has another form. */
export function readAgencyMessage(body: JsonObject): AgencyMessage | undefined {
  return agencyShape.Check(body) ? body : undefined;
}

/** The body of an answer envelope; undefined when it has another form. */
export function readPartyMessage(body: JsonObject): PartyMessage | undefined {
  return partyShape.Check(body) ? body : undefined;
}
