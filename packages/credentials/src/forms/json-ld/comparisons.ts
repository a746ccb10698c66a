import { isRecord } from '@portolan/kernel';

/**
 * How many comparisons it takes to gather the values of each property of each node, one against all before it, as the JSON-LD
 * API has it ("Node Map Generation", step 7: no value twice). Given is the expanded form. Nodes of one identifier are one
 * node; what stands under `@reverse` belongs to the nodes in it.
 */
export function comparisonsOf(expanded: unknown): number {
  const counts = new Map<unknown, Map<string, number>>();
  const add = (node: unknown, property: string, values: number) => {
    const properties = counts.get(node) ?? new Map<string, number>();
    properties.set(property, (properties.get(property) ?? 0) + values);
    counts.set(node, properties);
  };
  const waiting: unknown[] = [expanded];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) {
      // Not spread: a list may be longer than a call takes arguments.
      for (const item of next) waiting.push(item);
      continue;
    }
    if (!isRecord(next)) continue;
    for (const [name, value] of Object.entries(next)) {
      // Under @reverse stand properties, not a node.
      waiting.push(name === '@reverse' && isRecord(value) ? Object.values(value) : value);
      if (name === '@reverse') addReversed(value, add);
      else if (!name.startsWith('@') || name === '@type') add(nodeOf(next), name, lengthOf(value));
    }
  }
  let comparisons = 0;
  for (const properties of counts.values())
    for (const values of properties.values()) comparisons += (values * (values - 1)) / 2;
  return comparisons;
}

function addReversed(
  reversed: unknown,
  add: (node: unknown, property: string, values: number) => void,
): void {
  for (const [name, nodes] of Object.entries(isRecord(reversed) ? reversed : {}))
    for (const node of Array.isArray(nodes) ? nodes : [nodes]) add(nodeOf(node), name, 1);
}

/** What two objects have in common when they speak of one node. */
function nodeOf(node: unknown): unknown {
  return isRecord(node) && typeof node['@id'] === 'string' ? node['@id'] : node;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}

/** How many values a document holds, in lists and objects too; beyond `most` it is not counted further. */
export function valuesOf(document: unknown, most: number): number {
  const waiting: unknown[] = [document];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined && count <= most; next = waiting.pop()) {
    count += 1;
    if (typeof next !== 'object' || next === null) continue;
    for (const value of Object.values(next)) waiting.push(value);
  }
  return count;
}
