import { checkShape, type SchemaNode } from '@portolan/documents';
import {
  checkGln,
  checkLei,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { partiesCatalogue } from '../catalogue.ts';
import { isPartyCredentialType, type PartyCredentialType, partySchemas } from './types.ts';

/**
 * The subject of a credential of this room, or every reason why it is not one: unknown or missing fields, wrong forms and
 * check digits, dates that cross, a check dated after the first day it is meant to support.
 */
export function checkPartyDocument(type: PartyCredentialType, value: unknown): Result<JsonObject> {
  const faults = checkShape(partySchemas[type] as SchemaNode, value, type);
  if (faults.length > 0) return refused(faults);
  const document = value as JsonObject;
  const contents = [...dateFaults(document), ...digitFaults(document)];
  return contents.length > 0 ? refused(contents) : ok(document);
}

/** The check of a credential's subject for the verifier's schema fragment; nothing for types of other rooms. */
export function partySchemaCheck(type: string): ((subject: JsonObject) => Result<unknown>) | undefined {
  if (!isPartyCredentialType(type)) return undefined;
  return ({ type: _, id: _id, ...document }) => checkPartyDocument(type, document);
}

function dateFaults({ from, until }: JsonObject): Refusal[] {
  if (typeof from !== 'string' || typeof until !== 'string' || from <= until) return [];
  return [partiesCatalogue.refuse('PARTY_DATES_CROSS', { path: '/until', params: { from, until } })];
}

function digitFaults({ lei, gln, controllers }: JsonObject): Refusal[] {
  const owners = Array.isArray(controllers) ? controllers : [];
  const results = [
    ...(lei === undefined ? [] : [checkLei(lei, '/lei')]),
    ...(gln === undefined ? [] : [checkGln(gln, '/gln')]),
    ...owners.flatMap((owner, index) =>
      isRecord(owner) && owner.lei !== undefined ? [checkLei(owner.lei, `/controllers/${index}/lei`)] : [],
    ),
  ];
  return results.flatMap((result) => (result.ok ? [] : result.refusals));
}
