import type { JsonObject } from '@portolan/kernel';
import { wordsOf } from '../words.ts';
import { type DocumentType, documentSchemas, documentTypes } from './document.ts';

/** Version of the published schemas. A published version never changes: a change of any schema takes the next number. */
export const schemaVersion = 1;

/** The stable address that names the schema of a document type. */
export function schemaId(type: DocumentType): string {
  return `https://portolan.example/schemas/v${schemaVersion}/${type}.json`;
}

/** The JSON Schema (draft 2020-12) of a document type, as published. */
export function publishedSchema(type: DocumentType): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaId(type),
    ...(JSON.parse(JSON.stringify(documentSchemas[type])) as JsonObject),
    title: wordsOf(type),
  };
}

/** All published schemas by document type. */
export function publishedSchemas(): Record<DocumentType, JsonObject> {
  return Object.fromEntries(documentTypes.map((type) => [type, publishedSchema(type)])) as Record<
    DocumentType,
    JsonObject
  >;
}
