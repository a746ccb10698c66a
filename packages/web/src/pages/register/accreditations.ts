import type { OversightAct } from '@portolan/parties';

/** An accreditation as the public acts of the agencies add up to now. */
export interface PublicAccreditation {
  id: string;
  attester: string;
  name: string;
  credentialType: string;
  from: string;
  until?: string;
  suspendedSince?: string;
  reason: string;
}

/** What accreditations, suspensions and restorations add up to, by name of the attester. */
export function accreditationsOf(acts: readonly OversightAct[]): PublicAccreditation[] {
  const rows = new Map<string, PublicAccreditation>();
  for (const act of acts.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (act.act === 'accredit') {
      const { id, attester, name, credentialType, from, until, reason } = act;
      rows.set(id, { id, attester, name, credentialType, from, reason, ...(until ? { until } : {}) });
    }
    if (act.act === 'suspend' || act.act === 'restore') {
      const row = rows.get(act.accreditation);
      if (!row) continue;
      const { suspendedSince: _, ...rest } = row;
      const state = act.act === 'suspend' ? { suspendedSince: act.at } : {};
      rows.set(row.id, { ...rest, reason: act.reason, ...state });
    }
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
