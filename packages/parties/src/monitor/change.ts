import type { Refusal } from '@portolan/kernel';
import type { Standing } from '../standing/standing.ts';

/** How a standing changed, for those who rely on it and for the simulation of a policy. */
export interface StandingChange {
  readonly subject: string;
  readonly name: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'raised' | 'lowered' | 'barred' | 'unbarred';
  /** Why: what is missing or stands against it now, or what no longer does. */
  readonly reasons: readonly Refusal[];
}

/** The change from one standing to another of the same party and role; undefined where level and bar stayed. */
export function changeBetween(before: Standing, after: Standing): StandingChange | undefined {
  if (before.level === after.level && before.barred === after.barred) return undefined;
  const { subject, name, role } = after;
  const direction =
    before.barred === after.barred
      ? rankOf(after) > rankOf(before)
        ? 'raised'
        : 'lowered'
      : after.barred
        ? 'barred'
        : 'unbarred';
  return {
    subject,
    name,
    role,
    from: before.level,
    to: after.level,
    direction,
    reasons: reasonsOf(before, after),
  };
}

function rankOf({ level, levels }: Standing): number {
  return levels.findIndex(({ name }) => name === level);
}

/** What is said now that was not said before; for a rise, what was missing and is no longer. */
function reasonsOf(before: Standing, after: Standing): Refusal[] {
  const told = (standing: Standing) => [
    ...standing.findings.filter(({ weighs }) => weighs === 'bars').map(({ reason }) => reason),
    ...standing.attestations.flatMap(({ reasons }) => reasons),
    ...standing.wouldRaise,
  ];
  const key = ({ code, message }: Refusal) => `${code} ${message}`;
  const [old, now] = [told(before), told(after)];
  const added = now.filter((one) => !old.some((other) => key(other) === key(one)));
  const gone = old.filter((one) => !now.some((other) => key(other) === key(one)));
  return added.length > 0 ? added : gone;
}
