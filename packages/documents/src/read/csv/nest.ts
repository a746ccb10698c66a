import type { JsonObject } from '@portolan/kernel';
import { type Found, group, items, leaf, nothing } from '../found.ts';
import type { CellValue } from './cell.ts';

/**
 * Builds an object from values with their paths. Three names of the documents are lists and have the name of the item in
 * the path: 'identifiers' (by scheme), 'charges' (by kind) and lists of numbers, which repeat their path.
 */
export function nest(values: readonly CellValue[]): Found<JsonObject> {
  const byName = new Map<string, CellValue[]>();
  for (const [[name, ...rest], found] of values) {
    const known = byName.get(name as string) ?? [];
    known.push([rest, found]);
    byName.set(name as string, known);
  }
  const members = [...byName].map(([name, below]): [string, Found] => [name, member(name, below)]);
  return group(Object.fromEntries(members));
}

function member(name: string, below: readonly CellValue[]): Found {
  if (name === 'identifiers') return items(below.map(identifier));
  if (name === 'charges') return items([...byKind(below)].map(([kind, values]) => charge(kind, values)));
  if (name.endsWith('Numbers')) return items(below.map(([, found]) => found));
  const own = below.find(([path]) => path.length === 0);
  return own ? own[1] : nest(below);
}

function identifier([[scheme = ''], found]: CellValue): Found {
  return group({ scheme: leaf(scheme, originOfLeaf(found)), value: found });
}

function charge(kind: string, values: readonly CellValue[]): Found {
  const amount = nest(values);
  if (amount.value === undefined) return nothing;
  const origin = amount.origins['/amount'] ?? '';
  return group({ kind: leaf(kind, origin), amount, includedInPrice: leaf(false, origin) });
}

function byKind(values: readonly CellValue[]): Map<string, CellValue[]> {
  const kinds = new Map<string, CellValue[]>();
  for (const [[kind = '', ...rest], found] of values) {
    const path = rest.length > 0 ? rest : ['amount'];
    kinds.set(kind, [...(kinds.get(kind) ?? []), [path, found]]);
  }
  return kinds;
}

function originOfLeaf({ origins }: Found): string {
  return origins[''] ?? '';
}
