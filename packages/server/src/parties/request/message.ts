import type { JsonObject } from '@portolan/kernel';
import { isAttestationType } from '@portolan/parties';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Note = Type.String({ maxLength: 4000 });

/** From a holder to an attester: attest this about me. */
const AskSchema = Type.Object(
  {
    notice: Type.Literal('attestation-request'),
    type: Type.String({ maxLength: 60 }),
    note: Note,
    document: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: false },
);

/** Back from the attester; the attestation itself comes as evidence. */
const AnswerSchema = Type.Object(
  {
    notice: Type.Literal('attestation-answer'),
    state: Type.Union([Type.Literal('answered'), Type.Literal('declined')]),
    reason: Type.Optional(Note),
    attestation: Type.Optional(Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })),
  },
  { additionalProperties: false },
);

export type AskMessage = Static<typeof AskSchema>;
export type AnswerMessage = Static<typeof AnswerSchema>;

const ask = Compile(AskSchema);
const answer = Compile(AnswerSchema);

/** What a message about a request says; undefined for another shape and for types that are no attestation. */
export function readAsk(body: JsonObject): AskMessage | undefined {
  return ask.Check(body) && isAttestationType(body.type) ? body : undefined;
}

export function readAnswer(body: JsonObject): AnswerMessage | undefined {
  return answer.Check(body) ? body : undefined;
}
