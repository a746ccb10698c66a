import { isRecord } from '@portolan/kernel';
import { formatChecks } from './formats.ts';
import type { SchemaNode } from './schema-node.ts';

/** Whether a value fits: the same answer as checkShape finding no fault, without saying where or why. */
export type Accepts = (value: unknown) => boolean;

const made = new WeakMap<SchemaNode, Accepts>();

/**
 * The check of a schema as nested functions, made once. Nearly every document is well formed, and every verification of a
 * credential asks; the slow check that words the refusals runs for the others only.
 */
export function acceptsOf(schema: SchemaNode): Accepts {
  const known = made.get(schema);
  if (known) return known;
  const accepts = withFormat(schema, build(schema));
  made.set(schema, accepts);
  return accepts;
}

function withFormat({ format, anyOf, const: fixed }: SchemaNode, accepts: Accepts): Accepts {
  const check = format === undefined || anyOf || fixed !== undefined ? undefined : formatChecks[format];
  return check ? (value) => accepts(value) && check(value, '').ok : accepts;
}

function build(schema: SchemaNode): Accepts {
  if (schema.anyOf) return oneOf(schema.anyOf);
  if (schema.const !== undefined) return (value) => value === schema.const;
  switch (schema.type) {
    case 'object':
      return object(schema);
    case 'array':
      return list(schema);
    case 'string':
      return text(schema);
    case 'integer':
      return integer(schema);
    default:
      return (value) => typeof value === schema.type;
  }
}

/** The branch is chosen as checkShape chooses it: the last whose first required member the value has, else the first. */
function oneOf(branches: readonly SchemaNode[]): Accepts {
  const all = branches.map((branch) => ({ first: branch.required?.[0] ?? '', accepts: acceptsOf(branch) }));
  return (value) => {
    const meant = all.findLast(({ first }) => isRecord(value) && Object.hasOwn(value, first)) ?? all[0];
    return meant?.accepts(value) ?? false;
  };
}

function object({ properties = {}, required = [] }: SchemaNode): Accepts {
  const members = new Map(
    Object.entries(properties).map(([name, node]) => [
      name,
      { name, accepts: acceptsOf(node), count: required.includes(name) ? 1 : 0 },
    ]),
  );
  /** The members of the last value, as they stood: the next is nearly always written alike. */
  const last: (ReturnType<typeof members.get> & object)[] = [];
  return (value) => {
    if (!isRecord(value)) return false;
    let found = 0;
    let place = 0;
    for (const name in value) {
      const known = last[place];
      const member = known?.name === name ? known : members.get(name);
      if (!member?.accepts(value[name])) return false;
      last[place] = member;
      place += 1;
      found += member.count;
    }
    return found === required.length;
  };
}

function list({ items = {}, minItems = 0, maxItems = Number.MAX_SAFE_INTEGER }: SchemaNode): Accepts {
  const accepts = acceptsOf(items);
  return (value) =>
    Array.isArray(value) &&
    value.length >= minItems &&
    value.length <= maxItems &&
    value.every((item) => accepts(item));
}

function text({
  enum: words,
  pattern,
  minLength = 0,
  maxLength = Number.MAX_SAFE_INTEGER,
}: SchemaNode): Accepts {
  if (words) return (value) => typeof value === 'string' && words.includes(value);
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value) => {
    if (typeof value !== 'string') return false;
    // JSON Schema counts characters, not UTF-16 units.
    const length = value.length > maxLength || value.length < minLength ? [...value].length : value.length;
    return length >= minLength && length <= maxLength && (form?.test(value) ?? true);
  };
}

function integer({
  minimum = Number.MIN_SAFE_INTEGER,
  maximum = Number.MAX_SAFE_INTEGER,
}: SchemaNode): Accepts {
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
}
