import type { CapabilityView } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import type { ListedCapability } from './store.ts';

/** A capability as the organization that gave it sees it at an instant. */
export function capabilityView(row: ListedCapability, now: Instant): CapabilityView {
  const { capability, revoked_at, revoked_reason, last_used_at } = row;
  const ended = row.expires <= now ? 'ended' : 'active';
  const { types, entryTypes, ports, programs } = capability.caveat ?? {};
  return {
    ...{ id: row.capability_id, controller: row.controller, target: row.target },
    actions: [...capability.allowedAction],
    caveat: {
      ...(types ? { types: [...types] } : {}),
      ...(entryTypes ? { entryTypes: [...entryTypes] } : {}),
      ...(ports ? { ports: [...ports] } : {}),
      ...(programs ? { programs: [...programs] } : {}),
    },
    ...{ expires: row.expires, createdAt: row.created_at, reason: row.reason, uses: row.uses },
    state: revoked_at === null ? ended : 'revoked',
    ...(revoked_at === null ? {} : { revokedAt: revoked_at }),
    ...(revoked_reason === null ? {} : { revokedReason: revoked_reason }),
    ...(last_used_at === null ? {} : { lastUsedAt: last_used_at }),
    capability: { ...capability },
  };
}
