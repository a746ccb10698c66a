import { type JsonValue, type Pointer, pointerMembers } from '@portolan/kernel';

type Node = Map<string, Node> | { readonly leaf: JsonValue };

/** The object that leaves at JSON pointers make; a level whose members are 0, 1, 2… becomes a list. */
export function build(values: ReadonlyMap<Pointer, JsonValue>): JsonValue {
  const root: Map<string, Node> = new Map();
  for (const [pointer, leaf] of values) put(root, pointerMembers(pointer), leaf);
  return finish(root);
}

function put(branch: Map<string, Node>, members: readonly string[], leaf: JsonValue): void {
  const [member, ...rest] = members;
  if (member === undefined) return;
  if (rest.length === 0) {
    branch.set(member, { leaf });
    return;
  }
  const below = branch.get(member);
  const next: Map<string, Node> = below instanceof Map ? below : new Map();
  branch.set(member, next);
  put(next, rest, leaf);
}

function finish(node: Node): JsonValue {
  if (!(node instanceof Map)) return node.leaf;
  const members = [...node.keys()];
  if (members.length > 0 && members.every((member) => /^\d+$/.test(member)))
    return [...node.values()].map(finish);
  return Object.fromEntries([...node].map(([member, below]) => [member, finish(below)]));
}
