import { type JsonValue, type Pointer, pointerMembers } from '@portolan/kernel';

type Node = Map<string, Node> | { readonly leaf: JsonValue };

/** The object that leaves at JSON pointers make; a level whose members are 0, 1, 2… becomes a list. */
export function build(values: ReadonlyMap<Pointer, JsonValue>): JsonValue {
  const root: Map<string, Node> = new Map();
  for (const [pointer, leaf] of values) put(root, pointerMembers(pointer), leaf);
  return finish(root);
}

function put(root: Map<string, Node>, members: readonly string[], leaf: JsonValue): void {
  const last = members.length - 1;
  let branch = root;
  for (let index = 0; index < last; index += 1) {
    const member = members[index] as string;
    const below = branch.get(member);
    const next: Map<string, Node> = below instanceof Map ? below : new Map();
    if (below !== next) branch.set(member, next);
    branch = next;
  }
  if (last >= 0) branch.set(members[last] as string, { leaf });
}

function finish(node: Node): JsonValue {
  if (!(node instanceof Map)) return node.leaf;
  if (node.size > 0 && isList(node)) return Array.from(node.values(), finish);
  const object: Record<string, JsonValue> = {};
  for (const [member, below] of node) object[member] = finish(below);
  return object;
}

function isList(node: ReadonlyMap<string, Node>): boolean {
  for (const member of node.keys()) if (!/^\d+$/.test(member)) return false;
  return true;
}
