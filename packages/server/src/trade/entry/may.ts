import type { Auth } from '../../platform/tenant.ts';
import type { ActionRow } from '../action/store.ts';
import type { CaseRow } from '../store/cases.ts';

/** What the viewer may do with an entry now. */
export function entryMay(
  { tenant, member }: Pick<Auth, 'tenant' | 'member'>,
  row: CaseRow,
  actions: readonly ActionRow[],
): string[] {
  if (row.face === 'agency')
    return member.role === 'officer' || member.role === 'lead' ? ['decide', 'ask', 'act'] : [];
  if (member.role === 'viewer') return [];
  const waiting = actions.some(({ kind, state }) => kind === 'proposed' && state === 'waiting');
  return [
    ...(waiting ? ['answer-action'] : []),
    ...(row.face === 'filer' && tenant.filerCode && row.state !== 'filed' ? ['correct'] : []),
  ];
}
