import {
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { typeNames } from '../../model/rules.ts';

/** The schema methods that are understood (Verifiable Credentials JSON Schema, section 2). */
const SCHEMA_TYPES = ['JsonSchema', 'JsonSchemaCredential'] as const;
export type SchemaType = (typeof SCHEMA_TYPES)[number];

export function isSchemaType(type: unknown): type is SchemaType {
  return SCHEMA_TYPES.some((known) => known === type);
}

/** The schema of every schema credential (Verifiable Credentials JSON Schema, section 2.2). */
export const SCHEMA_OF_SCHEMA_CREDENTIALS =
  'https://www.w3.org/2022/credentials/v2/json-schema-credential-schema.json';

/** The editions of JSON Schema that are understood (section 3), however their address is written. */
const EDITIONS = /^https?:\/\/json-schema\.org\/(?:draft\/2020-12|draft\/2019-09|draft-07)\/schema#?$/;

/** What an entry of `credentialSchema` names. */
export interface SchemaEntry {
  readonly id: string;
  readonly type: SchemaType;
}

/**
 * The JSON Schema that an entry names, in the document published at its address: the document itself, or for a schema
 * credential the one inside it, whose signature is the caller's to judge. Refuses a document of another name, one without `$id`
 * or `$schema`, a credential that is none for schemas, and references to other documents, since nothing is fetched. An edition
 * of JSON Schema that is unknown here leaves the question open: CRED_SCHEMA_VERSION.
 */
export function schemaIn(document: JsonValue, entry: SchemaEntry, path: string): Result<JsonObject> {
  const { id: url, type } = entry;
  const bad = (detail: string) => refused(malformed(url, detail, path));
  if (!isRecord(document)) return bad('it is not an object');
  const schema = type === 'JsonSchema' ? document : schemaOfCredential(document as JsonObject, url);
  if (typeof schema === 'string') return bad(schema);
  const { $id, $schema } = schema;
  if (typeof $id !== 'string' || !URL.canParse($id)) return bad('its $id is not a URL');
  if (type === 'JsonSchema' && withoutFragment($id) !== withoutFragment(url))
    return bad('its $id is another schema');
  if (typeof $schema !== 'string') return bad('it has no $schema');
  if (!EDITIONS.test($schema)) {
    const params = { url: url.slice(0, 200), edition: $schema.slice(0, 100) };
    return refused(credentialsCatalogue.refuse('CRED_SCHEMA_VERSION', { path, params }));
  }
  if (hasRemoteReference(schema)) return bad('it refers to other documents');
  return ok(schema as JsonObject);
}

/** The schema inside a credential for schemas, or what is wrong with it (section 2.2). */
function schemaOfCredential(document: JsonObject, url: string): Record<string, unknown> | string {
  const { id, credentialSubject: subject, credentialSchema } = document;
  if (id !== url) return 'it is another credential';
  if (!typeNames(document).includes('JsonSchemaCredential'))
    return 'it is not of the type JsonSchemaCredential';
  const { id: named, type } = isRecord(credentialSchema) ? credentialSchema : {};
  if (named !== SCHEMA_OF_SCHEMA_CREDENTIALS || type !== 'JsonSchema')
    return `its credentialSchema is not ${SCHEMA_OF_SCHEMA_CREDENTIALS}`;
  if (!isRecord(subject) || subject.type !== 'JsonSchema') return 'its subject is not of the type JsonSchema';
  return isRecord(subject.jsonSchema) ? subject.jsonSchema : 'its subject has no jsonSchema';
}

function withoutFragment(url: string): string {
  return url.replace(/#$/, '');
}

/** Nothing is fetched, so a schema must stand on its own. */
function hasRemoteReference(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(hasRemoteReference);
  if (!isRecord(schema)) return false;
  return Object.entries(schema).some(([name, value]) =>
    name === '$ref' || name === '$dynamicRef'
      ? typeof value === 'string' && !value.startsWith('#')
      : hasRemoteReference(value),
  );
}

/** The refusal of a schema that cannot be used. */
export function malformed(url: string, detail: string, path: string): Refusal {
  const params = { url: url.slice(0, 200), detail };
  return credentialsCatalogue.refuse('CRED_SCHEMA_MALFORMED', { path, params });
}
