import type { KindRule, Level, Policy } from '@portolan/parties';

/** The next version after one: the last number of it goes up. */
export function nextVersion(version: string): string {
  const parts = version.split('.');
  const last = Number(parts.pop() ?? 0) + 1;
  return [...parts, `${last}`].join('.');
}

/** A proposal that begins as the next version of a policy, in an agency's own name. */
export function proposalFrom(policy: Policy, publisher: string, effectiveFrom: string): Policy {
  return { ...policy, publisher, version: nextVersion(policy.version), effectiveFrom };
}

/** The policy with one kind ruled otherwise. */
export function withKind(policy: Policy, index: number, change: Partial<KindRule>): Policy {
  return { ...policy, kinds: replaced(policy.kinds, index, change) };
}

/** The policy with one level of a role asking otherwise. */
export function withLevel(policy: Policy, role: number, level: number, change: Partial<Level>): Policy {
  const levels = replaced(policy.roles[role]?.levels ?? [], level, change);
  return { ...policy, roles: replaced(policy.roles, role, { levels }) };
}

function replaced<T>(items: readonly T[], index: number, change: Partial<T>): T[] {
  return items.map((item, at) => (at === index ? { ...item, ...change } : item));
}
