import type { Instant } from '@portolan/kernel';
import type { Dossier } from '@portolan/programs';
import { makerOf } from '../request/recipients.ts';
import { isAwaited, stateAt } from '../request/state.ts';
import type { RequestRow } from '../request/store.ts';
import type { ActionRow } from './store.ts';

/**
 * Whether the claim on a line may be denied: exporter or producer were asked about it and answered or let the time pass
 * (19 CFR 182.72; 19 CFR 10.616), or importer or filer agreed. Where the dossier identifies no exporter or producer,
 * whoever else was asked has had its time.
 */
export function mayDeny(
  dossier: Dossier,
  line: number,
  requests: readonly RequestRow[],
  actions: readonly ActionRow[],
  now: Instant,
): boolean {
  if (actions.some(({ state, lines }) => state === 'agreed' && lines.includes(line))) return true;
  const index = dossier.entry.lines.findIndex(({ number }) => number === line);
  const makers = (['exporter', 'producer'] as const).map((role) => makerOf(dossier, `/lines/${index}`, role));
  const known = makers.filter((did) => did !== undefined);
  return requests
    .filter((request) => isAbout(request, index) && hadItsTime(request, now))
    .some(({ routed_to }) => known.length === 0 || routed_to.some(({ did }) => known.includes(did)));
}

function isAbout({ path }: RequestRow, index: number): boolean {
  return path === '' || `${path}/`.startsWith(`/lines/${index}/`);
}

function hadItsTime(request: RequestRow, now: Instant): boolean {
  return !isAwaited(request) || stateAt(request, now) === 'overdue';
}
