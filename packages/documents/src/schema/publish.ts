import type { JsonObject } from '@portolan/kernel';
import { wordsOf } from '../words.ts';
import { type DocumentType, documentSchemas, documentTypes } from './document.ts';

/** Version of a schema unless it has one of its own. A published version never changes: a change takes the next number. */
const FIRST = 1;

/**
 * Types whose schema changed. Version 2 of the mill test report adds use and weld of tubes, version 3 commercial terms, articles and
 * castings, designations, impact and bend tests; version 2 of the processing record the same of its products, of the packing list the
 * invoice, order and trade item of each line, of the transport documents what the carriage costs; documents of earlier versions conform
 * to all.
 */
const versions: Readonly<Partial<Record<DocumentType, number>>> = {
  HouseBillOfLading: 2,
  IATAAirWaybill: 2,
  MasterBillOfLading: 2,
  MillTestReport: 3,
  PackingList: 2,
  ProcessingRecord: 2,
  RailWaybill: 2,
  TruckBillOfLading: 2,
};

/** Version of the schema of a document type as it is published now. */
export function schemaVersion(type: DocumentType): number {
  return versions[type] ?? FIRST;
}

/** The stable address that names the schema of a document type. */
export function schemaId(type: DocumentType): string {
  return `https://portolan.example/schemas/v${schemaVersion(type)}/${type}.json`;
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
