import { checkShape, type SchemaNode } from '@portolan/documents';
import {
  type CryptoPort,
  type Digest,
  digestJson,
  type JsonValue,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { partiesCatalogue } from '../catalogue.ts';
import { type Level, type Policy, PolicySchema } from './policy.ts';

/**
 * The value as a policy. Refuses other shapes, a kind or role ruled twice, a level that asks for kinds the policy has no rule
 * for or for more kinds than it names, and accredited kinds missing from the anchor.
 */
export function checkPolicy(value: unknown): Result<Policy> {
  const faults = checkShape(PolicySchema as SchemaNode, value, 'Policy');
  if (faults.length > 0) return refused(faults);
  const policy = value as Policy;
  const contents = [...twice(policy), ...levelFaults(policy), ...anchorFaults(policy)];
  return contents.length > 0 ? refused(contents) : ok(policy);
}

/** The digest that a standing names its policy by. */
export function policyDigest(crypto: CryptoPort, policy: Policy): Digest {
  return digestJson(crypto, policy as unknown as JsonValue);
}

/** The levels of a role; those of the role "any" where it has none of its own; none where there is neither. */
export function levelsFor({ roles }: Policy, role: string): readonly Level[] {
  const rule = roles.find((one) => one.role === role) ?? roles.find((one) => one.role === 'any');
  return rule?.levels ?? [];
}

function twice({ kinds, roles }: Policy): Refusal[] {
  const repeated = (names: readonly string[], path: string) =>
    names.flatMap((name, index) =>
      names.indexOf(name) === index ? [] : [fault(`${path}/${index}`, `"${name}" is ruled twice`)],
    );
  return [
    ...repeated(
      kinds.map(({ kind }) => kind),
      '/kinds',
    ),
    ...repeated(
      roles.map(({ role }) => role),
      '/roles',
    ),
  ];
}

function levelFaults({ kinds, roles }: Policy): Refusal[] {
  const ruled = new Set(kinds.map(({ kind }) => kind));
  return roles.flatMap(({ levels }, role) =>
    levels.flatMap(({ atLeast, of, requiredKinds, name }, level) => {
      const path = `/roles/${role}/levels/${level}`;
      const unruled = of.filter((kind) => !ruled.has(kind));
      const foreign = requiredKinds.filter((kind) => !of.includes(kind));
      return [
        ...unruled.map((kind) => fault(`${path}/of`, `the policy has no rule for "${kind}"`)),
        ...foreign.map((kind) => fault(`${path}/requiredKinds`, `"${kind}" may not count at the level`)),
        ...(atLeast > of.length
          ? [fault(`${path}/atLeast`, `${name} asks for ${atLeast} of ${of.length} kinds`)]
          : []),
      ];
    }),
  );
}

function anchorFaults({ kinds, collusion: { anchor } }: Policy): Refusal[] {
  const loose = anchor.of.filter((kind) => !kinds.some((rule) => rule.kind === kind && rule.accredited));
  return loose.map((kind) =>
    fault('/collusion/anchor/of', `"${kind}" is not accredited, so it anchors nobody`),
  );
}

function fault(path: string, detail: string): Refusal {
  return partiesCatalogue.refuse('PARTY_POLICY_INVALID', { path, params: { detail } });
}
