import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { documentSchemas, documentTypes } from '../schema/document.ts';
import { documents } from '../testing/fixtures.ts';
import { acceptsOf } from './accepts.ts';
import type { SchemaNode } from './schema-node.ts';
import { checkShape } from './shape.ts';

/** Every place in a JSON value that a change can be made at. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, member]) => places(member, [...path, name]))];
}

function changed(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return replacement;
  const isRemoved = rest.length === 0 && replacement === undefined;
  const entries = Object.entries(value as object).flatMap(([member, before]) => {
    if (member !== String(name)) return [[member, before] as const];
    return isRemoved ? [] : [[member, changed(before, rest, replacement)] as const];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

describe('checkShape', () => {
  it('accepts exactly what the schema accepts, whatever is changed in a document', () => {
    const formats = /^KERNEL_|^DOC_QUANTITY|^DOC_AMOUNT|^DOC_VOLUME|^DOC_ZONE/;
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        undefined,
        null,
        '',
        ' ',
        'A',
        'MX',
        '2026-06-12',
        '0',
        '-1',
        '1.50',
        true,
        false,
        0,
        1,
        1.5,
      ),
      fc.string({ maxLength: 5 }),
      fc.constantFrom([], {}, [{}], { extra: 1 }, { name: 'x' }, { unknown: true }, { various: true }),
    );
    const cases = fc.constantFrom(...documentTypes).chain((type) =>
      fc.record({
        type: fc.constant(type),
        at: fc.constantFrom(...places(documents[type])),
        value: values,
      }),
    );
    const compiled = new Map(documentTypes.map((type) => [type, Compile(documentSchemas[type] as TSchema)]));
    fc.assert(
      fc.property(cases, ({ type, at, value }) => {
        const document = changed(documents[type], at, value);
        const refusals = checkShape(documentSchemas[type] as object as SchemaNode, document, type);
        const quick = acceptsOf(documentSchemas[type] as object as SchemaNode)(document);
        assert.equal(quick, refusals.length === 0, JSON.stringify({ type, at, value }));
        const shape = refusals.filter(({ code }) => !formats.test(code));
        assert.equal(
          shape.length === 0,
          compiled.get(type)?.Check(document),
          JSON.stringify({ type, at, value }),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documentTypes), fc.jsonValue({ maxDepth: 4 }), (type, value) => {
        checkShape(documentSchemas[type] as object as SchemaNode, value, type);
      }),
    );
  });
});
