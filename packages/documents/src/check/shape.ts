import { isRecord, type Refusal } from '@portolan/kernel';
import { type DocumentsCode, documentsCatalogue } from '../catalogue.ts';
import { sentencePlace, shown, typeWords } from '../words.ts';
import { formatChecks } from './formats.ts';
import { expectation, kindOf, type Place, pointerOf, type SchemaNode } from './schema-node.ts';

/**
 * Checks a value against a document schema and says every fault in plain words. It accepts exactly what the schema
 * accepts (see shape.test.ts), and beyond that runs the check that `format` names.
 */
export function checkShape(schema: SchemaNode, value: unknown, type: string): Refusal[] {
  const check = new ShapeCheck(type);
  check.visit(schema, value, undefined);
  return check.refusals;
}

class ShapeCheck {
  readonly refusals: Refusal[] = [];
  readonly #type: string;

  constructor(type: string) {
    this.#type = type;
  }

  visit(schema: SchemaNode, value: unknown, place: Place | undefined): void {
    if (schema.anyOf) {
      this.visit(branchFor(schema.anyOf, value), value, place);
      return;
    }
    const before = this.refusals.length;
    this.#byType(schema, value, place);
    if (schema.format !== undefined && this.refusals.length === before)
      this.#format(schema.format, value, place);
  }

  #byType(schema: SchemaNode, value: unknown, place: Place | undefined): void {
    if (schema.const === undefined ? !hasType(schema.type, value) : value !== schema.const)
      this.#refuse('DOC_FIELD_KIND', place, { found: kindOf(value), expected: expectation(schema) });
    else if (typeof value === 'string') this.#text(schema, value, place);
    else if (typeof value === 'number') this.#integer(schema, value, place);
    else if (Array.isArray(value)) this.#list(schema, value, place);
    else if (isRecord(value)) this.#object(schema, value, place);
  }

  #object(schema: SchemaNode, value: Record<string, unknown>, place: Place | undefined): void {
    const properties = schema.properties ?? {};
    for (const name of namesOf(properties)) {
      const node = properties[name] as SchemaNode;
      const at = { up: place, name };
      if (Object.hasOwn(value, name)) this.visit(node, value[name], at);
      else if (schema.required?.includes(name))
        this.#refuse('DOC_FIELD_MISSING', at, { expected: expectation(node), path: pointerOf(at) });
    }
    for (const name in value)
      if (!Object.hasOwn(properties, name))
        this.#refuse('DOC_FIELD_UNKNOWN', { up: place, name }, { document: typeWords(this.#type) });
  }

  #list(schema: SchemaNode, value: readonly unknown[], place: Place | undefined): void {
    const { minItems: least = 0, maxItems: most = Number.MAX_SAFE_INTEGER, items = {} } = schema;
    if (value.length < least || value.length > most)
      this.#refuse('DOC_LIST_LENGTH', place, { count: value.length, least, most });
    else for (const [index, item] of value.entries()) this.visit(items, item, { up: place, name: index });
  }

  #text(schema: SchemaNode, value: string, place: Place | undefined): void {
    if (schema.enum && !schema.enum.includes(value))
      this.#refuse('DOC_FIELD_CHOICE', place, {
        found: shown(value),
        choices: schema.enum.join(', '),
      });
    else if (!fits(schema, value))
      this.#refuse('DOC_FIELD_FORM', place, { found: shown(value), expected: expectation(schema) });
  }

  #integer(schema: SchemaNode, value: number, place: Place | undefined): void {
    const { minimum: least = Number.MIN_SAFE_INTEGER, maximum: most = Number.MAX_SAFE_INTEGER } = schema;
    if (value < least || value > most) this.#refuse('DOC_NUMBER_RANGE', place, { found: value, least, most });
  }

  #format(format: string, value: unknown, place: Place | undefined): void {
    const check = formatChecks[format];
    if (!check || check(value, '').ok) return;
    const told = check(value, pointerOf(place));
    if (!told.ok) this.refusals.push(...told.refusals);
  }

  #refuse(code: DocumentsCode, place: Place | undefined, params: Record<string, string | number>): void {
    const path = pointerOf(place);
    const field = sentencePlace(path);
    this.refusals.push(documentsCatalogue.refuse(code, { path, params: { field, ...params } }));
  }
}

function hasType(type: string | undefined, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    default:
      return typeof value === type;
  }
}

function fits(
  { minLength = 0, maxLength = Number.MAX_SAFE_INTEGER, pattern }: SchemaNode,
  value: string,
): boolean {
  // JSON Schema counts characters, not UTF-16 units; only a text at a limit needs the count.
  const length = value.length > maxLength || value.length < minLength * 2 ? [...value].length : value.length;
  return (
    length >= minLength && length <= maxLength && (pattern === undefined || compiled(pattern).test(value))
  );
}

/** The branch of a union that the value means: the last one whose first required member it has, else the first. */
function branchFor(branches: readonly SchemaNode[], value: unknown): SchemaNode {
  const meant = branches.findLast(
    ({ required }) => isRecord(value) && Object.hasOwn(value, required?.[0] ?? ''),
  );
  return meant ?? (branches[0] as SchemaNode);
}

const names = new WeakMap<object, readonly string[]>();

function namesOf(properties: object): readonly string[] {
  const known = names.get(properties) ?? Object.keys(properties);
  names.set(properties, known);
  return known;
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known;
}
