import type { SchemaNode } from '@portolan/documents';
import { type AttestationType, partySchemas } from '@portolan/parties';

/** A value that an attester states: a field of the form, and a column of the spreadsheet. */
export interface AttestationField {
  /** Heading of the column; the second of a list is numbered: `checks.2.how`. */
  readonly column: string;
  /** Where the value stands in the document. */
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly string[];
  readonly form: 'text' | 'date' | 'choice' | 'whole';
  readonly required: boolean;
}

/** How many of each list are asked: checks, identifiers, owners. */
export type Times = Readonly<Record<string, number>>;

interface Place {
  readonly column: string;
  readonly pointer: string;
  readonly name: string;
  readonly required: boolean;
}

/** Contact data is nobody's business here. */
const LEFT_OUT: ReadonlySet<string> = new Set(['/organization/contact']);

/** The fields of an attestation, in the order of its published schema: one source for form, spreadsheet and check. */
export function fieldsOf(type: AttestationType, times: Times = {}): AttestationField[] {
  return walk(
    partySchemas[type] as unknown as SchemaNode,
    { column: '', pointer: '', name: type, required: true },
    times,
  );
}

function walk(node: SchemaNode, place: Place, times: Times): AttestationField[] {
  if (LEFT_OUT.has(place.pointer)) return [];
  if (node.items) return listFields(node, place, times);
  if (!node.properties) return [leaf(node, place)];
  return Object.entries(node.properties).flatMap(([name, member]) =>
    walk(
      member,
      {
        column: place.column === '' ? name : `${place.column}.${name}`,
        pointer: `${place.pointer}/${name}`,
        name,
        required: place.required && (node.required ?? []).includes(name),
      },
      times,
    ),
  );
}

function listFields(
  { items = {}, minItems = 0 }: SchemaNode,
  place: Place,
  times: Times,
): AttestationField[] {
  const count = Math.max(times[place.column] ?? 1, 1);
  return Array.from({ length: count }, (_, index) =>
    walk(
      items,
      {
        column: index === 0 ? place.column : `${place.column}.${index + 1}`,
        pointer: `${place.pointer}/${index}`,
        name: place.name,
        required: place.required && index < minItems,
      },
      times,
    ),
  ).flat();
}

function leaf(node: SchemaNode, { column, pointer, name, required }: Place): AttestationField {
  const number = /\.(\d+)\./.exec(column)?.[1];
  const label = `${node.description ?? name}${number ? ` (${number})` : ''}`;
  const form = node.enum
    ? 'choice'
    : node.type === 'integer'
      ? 'whole'
      : node.format === 'date'
        ? 'date'
        : 'text';
  const hint = form === 'text' && !node.title?.startsWith('a text') ? node.title : undefined;
  return {
    ...{ column, pointer, label, form, required },
    ...(node.enum ? { options: node.enum } : {}),
    ...(hint ? { hint: `${hint.charAt(0).toUpperCase()}${hint.slice(1)}` } : {}),
  };
}
