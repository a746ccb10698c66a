import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { canonicalize, isRecord, type JsonObject } from '@portolan/kernel';
import { documentTypes } from './document.ts';
import { publishedSchema, publishedSchemas } from './publish.ts';

describe('published schemas', () => {
  it('have a stable, versioned $id each', () => {
    assert.equal(
      publishedSchema('CommercialInvoice').$id,
      'https://portolan.example/schemas/v1/CommercialInvoice.json',
    );
    const ids = Object.values(publishedSchemas()).map(({ $id }) => $id);
    assert.equal(new Set(ids).size, documentTypes.length);
  });

  it('are closed and describe every field', () => {
    for (const type of documentTypes) {
      const schema = publishedSchema(type);
      assert.equal(schema.additionalProperties, false);
      assert.ok(isRecord(schema.properties));
      for (const [name, field] of Object.entries(schema.properties))
        assert.ok(isRecord(field) && (field.description || field.anyOf || field.items), `${type}.${name}`);
    }
  });

  it('do not change without a new version', () => {
    // Digest of all schemas of version 1. A change of a schema takes the next version, and this list a new line.
    const {
      ProductionStatement,
      RegionalValueStatement,
      Heat,
      MillTestReport,
      ProcessingRecord,
      SteelImportLicense,
      ...first
    } = publishedSchemas();
    const digestOf = (schemas: JsonObject) =>
      createHash('sha256').update(canonicalize(schemas)).digest('hex');
    assert.equal(digestOf(first), 'dfa00a9aea98002101b99c91fc473383a8ffd5279224c971cf37492a02b105c8');
    // Types that joined later, with their own digest.
    assert.equal(
      digestOf({ ProductionStatement, RegionalValueStatement }),
      '9e4d99dd5fded3cefe66a36524e4309e4b10af202c7ced06f752e1288a7a7728',
    );
    assert.equal(
      digestOf({ Heat, MillTestReport, ProcessingRecord, SteelImportLicense }),
      'bef59b8e40f5915fbc9c907c5bc6267a0c5aa30ed91f8bad744620e80558ea3a',
    );
  });
});
