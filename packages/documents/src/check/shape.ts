import { isRecord, joinPointer, type Refusal } from '@portolan/kernel';
import { type DocumentsCode, documentsCatalogue } from '../catalogue.ts';
import { sentencePlace, shown, typeWords } from '../words.ts';
import { formatChecks } from './formats.ts';

/** The part of JSON Schema that the document schemas use. */
export interface SchemaNode {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

const patterns = new Map<string, RegExp>();

/**
 * Checks a value against a document schema and says every fault in plain words. It accepts exactly what the schema
 * accepts (see shape.test.ts), and beyond that runs the check that `format` names.
 */
export function checkShape(schema: SchemaNode, value: unknown, type: string, path = ''): Refusal[] {
  if (schema.anyOf) return checkShape(branchFor(schema.anyOf, value), value, type, path);
  if (schema.const !== undefined) return value === schema.const ? [] : [wrongKind(schema, value, path)];
  const refusals = checkByType(schema, value, type, path);
  const format = refusals.length === 0 && schema.format ? formatChecks[schema.format] : undefined;
  const checked = format?.(value, path);
  return checked && !checked.ok ? [...checked.refusals] : refusals;
}

function checkByType(schema: SchemaNode, value: unknown, type: string, path: string): Refusal[] {
  switch (schema.type) {
    case 'object':
      return isRecord(value) ? checkObject(schema, value, type, path) : [wrongKind(schema, value, path)];
    case 'array':
      return Array.isArray(value) ? checkList(schema, value, type, path) : [wrongKind(schema, value, path)];
    case 'string':
      return typeof value === 'string' ? checkText(schema, value, path) : [wrongKind(schema, value, path)];
    case 'integer':
      return Number.isSafeInteger(value)
        ? checkInteger(schema, value as number, path)
        : [wrongKind(schema, value, path)];
    default:
      return typeof value === schema.type ? [] : [wrongKind(schema, value, path)];
  }
}

function checkObject(
  schema: SchemaNode,
  value: Record<string, unknown>,
  type: string,
  path: string,
): Refusal[] {
  const properties = schema.properties ?? {};
  const refusals: Refusal[] = [];
  for (const [name, node] of Object.entries(properties)) {
    const at = path + joinPointer(name);
    if (Object.hasOwn(value, name)) refusals.push(...checkShape(node, value[name], type, at));
    else if (schema.required?.includes(name))
      refusals.push(refuse('DOC_FIELD_MISSING', at, { expected: expectation(node), path: at }));
  }
  for (const name of Object.keys(value))
    if (!Object.hasOwn(properties, name))
      refusals.push(refuse('DOC_FIELD_UNKNOWN', path + joinPointer(name), { document: typeWords(type) }));
  return refusals;
}

function checkList(schema: SchemaNode, value: readonly unknown[], type: string, path: string): Refusal[] {
  const { minItems: least = 0, maxItems: most = Number.MAX_SAFE_INTEGER, items = {} } = schema;
  if (value.length < least || value.length > most)
    return [refuse('DOC_LIST_LENGTH', path, { count: value.length, least, most })];
  return value.flatMap((item, index) => checkShape(items, item, type, path + joinPointer(index)));
}

function checkText(schema: SchemaNode, value: string, path: string): Refusal[] {
  if (schema.enum)
    return schema.enum.includes(value)
      ? []
      : [refuse('DOC_FIELD_CHOICE', path, { found: shown(value), choices: schema.enum.join(', ') })];
  const { minLength = 0, maxLength = Number.MAX_SAFE_INTEGER, pattern } = schema;
  // JSON Schema counts characters, not UTF-16 units.
  const length = value.length > maxLength || value.length < minLength ? [...value].length : value.length;
  const fits = length >= minLength && length <= maxLength && (!pattern || compiled(pattern).test(value));
  return fits ? [] : [refuse('DOC_FIELD_FORM', path, { found: shown(value), expected: expectation(schema) })];
}

function checkInteger(schema: SchemaNode, value: number, path: string): Refusal[] {
  const { minimum: least = Number.MIN_SAFE_INTEGER, maximum: most = Number.MAX_SAFE_INTEGER } = schema;
  return value >= least && value <= most
    ? []
    : [refuse('DOC_NUMBER_RANGE', path, { found: value, least, most })];
}

/** The branch of a union that the value means: the last one whose first required member it has, else the first. */
function branchFor(branches: readonly SchemaNode[], value: unknown): SchemaNode {
  const meant = branches.findLast(
    ({ required }) => isRecord(value) && Object.hasOwn(value, required?.[0] ?? ''),
  );
  return meant ?? (branches[0] as SchemaNode);
}

function wrongKind(schema: SchemaNode, value: unknown, path: string): Refusal {
  return refuse('DOC_FIELD_KIND', path, { found: kindOf(value), expected: expectation(schema) });
}

function refuse(code: DocumentsCode, path: string, params: Record<string, string | number>): Refusal {
  return documentsCatalogue.refuse(code, { path, params: { field: sentencePlace(path), ...params } });
}

function expectation(schema: SchemaNode): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (schema.title) return schema.title;
  if (schema.format === 'money')
    return 'an amount with its currency, such as {"amount": "12.50", "currency": "USD"}';
  if (schema.format === 'quantity')
    return 'a quantity with its unit, such as {"value": "100", "unit": "KGM"}';
  const names: Record<string, string> = {
    object: 'an object with its members',
    array: 'a list',
    integer: 'a whole number',
    boolean: 'true or false',
    string: 'a text',
  };
  return names[schema.type ?? 'object'] ?? 'an object with its members';
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const names: Record<string, string> = {
    object: 'an object',
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
  };
  return names[typeof value] ?? typeof value;
}

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known;
}
