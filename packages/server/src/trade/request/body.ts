import type { JsonObject } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Text = Type.String({ maxLength: 500 });
const Note = Type.String({ maxLength: 8000 });
const Maybe = Type.Union([Text, Type.Null()]);
const InstantText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const MaybeInstant = Type.Union([InstantText, Type.Null()]);
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' });
const Round = Type.Integer({ minimum: 1, maximum: 20 });
const Disclosure = Type.Union([Type.Literal('all'), Type.Literal('agency')]);
const Outcome = Type.Union([Type.Literal('satisfied'), Type.Literal('not-satisfied')]);

const EvidenceNameSchema = Type.Object({
  digest: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
  title: Text,
  type: Text,
});
const EvidenceNames = Type.Array(EvidenceNameSchema, { maxItems: 60 });

const RecipientSchema = Type.Object({
  did: Text,
  role: Type.Enum(['importer', 'filer', 'certifier', 'manufacturer', 'carrier', 'exporter', 'producer']),
  /** Holds the evidence: may answer to the agency alone where the template allows it. */
  holds: Type.Boolean(),
});
export type Recipient = Static<typeof RecipientSchema>;

/** The request itself, which every message of the agency about it repeats: whoever joins late has all of it. */
const RequestFactsSchema = Type.Object({
  requestId: Uuid,
  revision: Type.Integer({ minimum: 1 }),
  round: Round,
  entryNumber: Text,
  program: Text,
  template: Text,
  subject: Text,
  title: Text,
  cite: Text,
  path: Text,
  line: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  about: Note,
  questions: Type.Array(Type.Object({ id: Text, text: Note, wants: Text }), { maxItems: 50 }),
  message: Note,
  confidential: Type.Boolean(),
  holder: Maybe,
  routedTo: Type.Array(RecipientSchema, { maxItems: 20 }),
  openedAt: InstantText,
  dueAt: InstantText,
  termDays: Type.Integer({ minimum: 1, maximum: 1000 }),
  extendedTo: MaybeInstant,
  extension: Type.Union([Type.Object({ by: Text, days: Type.Integer() }), Type.Null()]),
  closedAt: MaybeInstant,
  outcome: Type.Union([Outcome, Type.Null()]),
});
export type RequestFacts = Static<typeof RequestFactsSchema>;

/** What the agency says about a request, to every party that it was routed to. */
const AgencyMessageSchema = Type.Union([
  Type.Object({ act: Type.Literal('opened'), request: RequestFactsSchema }),
  Type.Object({ act: Type.Literal('extended'), request: RequestFactsSchema, reason: Note }),
  Type.Object({ act: Type.Literal('escalated'), request: RequestFactsSchema, reason: Note }),
  Type.Object({ act: Type.Literal('closed'), request: RequestFactsSchema, reason: Note }),
  Type.Object({
    act: Type.Literal('extension-asked'),
    request: RequestFactsSchema,
    by: Text,
    reason: Note,
  }),
  Type.Object({
    act: Type.Literal('answered'),
    request: RequestFactsSchema,
    by: Text,
    at: InstantText,
    disclosure: Disclosure,
    /** Digest of the answer's envelope. */
    answer: Text,
    /** Null where the answer was disclosed to the agency alone. */
    text: Type.Union([Note, Type.Null()]),
    evidence: EvidenceNames,
  }),
]);
export type AgencyMessage = Static<typeof AgencyMessageSchema>;

/** What a party says to the agency about a request. */
const PartyMessageSchema = Type.Union([
  Type.Object({
    act: Type.Literal('answer'),
    requestId: Uuid,
    round: Round,
    disclosure: Disclosure,
    text: Note,
    evidence: EvidenceNames,
  }),
  Type.Object({
    act: Type.Literal('ask-extension'),
    requestId: Uuid,
    round: Round,
    days: Type.Integer({ minimum: 1, maximum: 90 }),
    reason: Note,
  }),
]);
export type PartyMessage = Static<typeof PartyMessageSchema>;
export type AnswerMessage = Extract<PartyMessage, { act: 'answer' }>;
export type ExtensionMessage = Extract<PartyMessage, { act: 'ask-extension' }>;

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
