import type { Instant } from '@portolan/kernel';
import type { Member, MemberRole, Tenant } from '../../platform/tenant.ts';
import { isAsked, isAwaited, stateAt } from './state.ts';
import type { RequestRow } from './store.ts';

/** Who opens, extends, escalates and closes requests, and takes actions, for an agency. */
export const officerRoles = ['officer', 'lead'] as const satisfies readonly MemberRole[];
/** Who answers for a party. */
export const answererRoles = ['filer', 'signer'] as const satisfies readonly MemberRole[];

/** What a member may do with a request now: `answer`, `extend`, `escalate`, `close`. */
export function mayDo(
  row: RequestRow,
  { kind, did }: Pick<Tenant, 'kind' | 'did'>,
  { role }: Pick<Member, 'role'>,
  now: Instant,
): string[] {
  const state = stateAt(row, now);
  if (kind === 'agency') {
    if (!isOneOf(officerRoles, role) || row.from_did !== did || state === 'closed') return [];
    const escalates = state === 'answered' || state === 'overdue';
    return [...(isAwaited(row) ? ['extend'] : []), ...(escalates ? ['escalate'] : []), 'close'];
  }
  const answers = isOneOf(answererRoles, role) && isAsked(row, did) && isAwaited(row);
  return answers ? ['answer', 'extend'] : [];
}

function isOneOf(roles: readonly MemberRole[], role: MemberRole): boolean {
  return roles.includes(role);
}
