import { joinPointer } from '@portolan/kernel';

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

/** A place in a value. The pointer is written only where a fault is told: most documents have none. */
export interface Place {
  readonly up: Place | undefined;
  readonly name: string | number;
}

export function pointerOf(place: Place | undefined): string {
  return place ? pointerOf(place.up) + joinPointer(place.name) : '';
}

/** What a schema expects, in words for a message. */
export function expectation(schema: SchemaNode): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  return (
    schema.title ??
    formatWords[schema.format ?? ''] ??
    typeWords[schema.type ?? ''] ??
    'an object with its members'
  );
}

const formatWords: Readonly<Record<string, string>> = {
  money: 'an amount with its currency, such as {"amount": "12.50", "currency": "USD"}',
  quantity: 'a quantity with its unit, such as {"value": "100", "unit": "KGM"}',
};

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  integer: 'a whole number',
  boolean: 'true or false',
  string: 'a text',
};

/** What a value is, in words for a message. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return kindWords.get(typeof value) ?? typeof value;
}

const kindWords = new Map([
  ['object', 'an object'],
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
]);
