import type { JsonObject } from '@portolan/kernel';
import { type PartyCredentialType, partyCredentialTypes, partySchemas } from './types.ts';

/** Version of the published schemas. A published version never changes: a change of any schema takes the next number. */
export const partySchemaVersion = 1;

/** The JSON Schema (draft 2020-12) of a credential type of this room, as published. */
export function publishedPartySchema(type: PartyCredentialType): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://portolan.example/schemas/v${partySchemaVersion}/${type}.json`,
    ...(JSON.parse(JSON.stringify(partySchemas[type])) as JsonObject),
    title: type,
  };
}

/** All published schemas of this room by credential type. */
export function publishedPartySchemas(): Record<PartyCredentialType, JsonObject> {
  return Object.fromEntries(partyCredentialTypes.map((type) => [type, publishedPartySchema(type)])) as Record<
    PartyCredentialType,
    JsonObject
  >;
}
