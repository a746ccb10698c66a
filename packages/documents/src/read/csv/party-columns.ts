import type { CellKind, Column } from './columns.ts';

/** The parts of a party that have a column, with the words that follow the party's role in a heading. */
const parts: readonly (readonly [path: string, kind: CellKind, names: readonly string[]])[] = [
  ['name', 'text', ['', 'name', 'company', 'company name']],
  ['did', 'text', ['did']],
  ['address.street', 'text', ['address', 'street', 'street address']],
  ['address.city', 'text', ['city', 'town']],
  ['address.region', 'text', ['state', 'province', 'region']],
  ['address.postalCode', 'text', ['postal']],
  ['address.country', 'code', ['country']],
  ['contact.name', 'text', ['contact']],
  ['contact.phone', 'text', ['phone', 'telephone']],
  ['contact.email', 'text', ['email', 'e mail']],
  ['identifiers.importer-number', 'text', ['importer number', 'ior number']],
  ['identifiers.mid', 'text', ['mid']],
  ['identifiers.lei', 'text', ['lei']],
  ['identifiers.gln', 'text', ['gln']],
  ['identifiers.duns', 'text', ['duns', 'duns number']],
  ['identifiers.tax', 'text', ['tax id', 'tax number', 'vat', 'vat number', 'rfc']],
];

/** Columns such as 'Seller', 'Seller city' and 'Seller country' for every word by which a role is known. */
export function partyColumns(
  level: Column['level'],
  role: string,
  names: readonly string[],
): Record<string, Column> {
  const entries = names.flatMap((name) =>
    parts.flatMap(([path, kind, words]) =>
      words.map((word): [string, Column] => [
        `${name} ${word}`.trim(),
        { level, path: [role, ...path.split('.')], kind },
      ]),
    ),
  );
  return Object.fromEntries(entries);
}
