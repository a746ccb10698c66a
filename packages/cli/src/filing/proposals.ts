import type { Draft } from '@portolan/contract';

/** The corrections that findings offer, as fields to type. */
export function offeredFixes({ evaluation }: Draft): Record<string, unknown> {
  const fixes = evaluation?.findings.flatMap(({ fix }) => (fix ? Object.entries(fix.typed) : [])) ?? [];
  return Object.fromEntries(fixes);
}

/** The answers that the node proposes to its own questions, as fields to type. */
export function proposals({ openAsks }: Draft): Record<string, unknown> {
  const proposed = openAsks.filter(({ proposal }) => proposal !== undefined);
  return Object.fromEntries(proposed.map(({ pointer, proposal }) => [pointer, proposal]));
}
