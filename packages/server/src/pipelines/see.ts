import type { EnteredPeriod, LineMonth } from '@portolan/programs';
import type { Tenant } from '../platform/tenant.ts';
import type { Month } from './months.ts';

export type PipelineRole = 'operator' | 'owner' | 'agency' | 'party';

/** How a tenant stands to a month of a line. */
export function roleOf(tenant: Pick<Tenant, 'did' | 'kind'>, { head }: Pick<Month, 'head'>): PipelineRole {
  if (tenant.kind === 'agency') return 'agency';
  if (head.line.operator.did === tenant.did) return 'operator';
  const owns =
    head.balance.owners.some(({ owner }) => owner.did === tenant.did) ||
    head.days.some(({ owners }) => owners.some(({ did }) => did === tenant.did));
  return owns ? 'owner' : 'party';
}

type Seen = Pick<LineMonth, 'days' | 'crossings' | 'entries' | 'balance' | 'process'>;

/**
 * What an owner is shown of a month: its own. Nobody holds papers of others that were not sent to them, so that this shows no less
 * than the tenant could reckon; it keeps what is somebody else's off the page.
 */
export function ownPart<Part extends Partial<Seen>>(
  part: Part,
  did: string,
  entered: readonly EnteredPeriod[] = [],
): Part {
  const { days, crossings, entries, balance, process } = part;
  return {
    ...part,
    ...(days && {
      days: days.map((day) => ownDay(day, entered, did)).map((day) => ownDuty(day, process, did)),
    }),
    ...(process && { process: ownProcess(process, did) }),
    ...(crossings && { crossings: crossings.filter(({ owner }) => owner.did === did) }),
    ...(entries && { entries: entries.filter(({ owner }) => owner.did === did) }),
    ...(balance && {
      balance: {
        ...balance,
        stocks: balance.stocks.filter(({ owner }) => owner === undefined || owner.did === did),
        owners: balance.owners.filter(({ owner }) => owner.did === did),
      },
    }),
  };
}

/**
 * What the operator is shown: all that crossed, and of entries those alone that it makes of its own oil. Owners enter at nodes of
 * theirs, of which an operator is told nothing: it cannot know that one is late.
 */
export function operatorPart(
  { balance, days, findings }: Pick<LineMonth, 'balance' | 'days' | 'findings'>,
  did: string,
  entered: readonly EnteredPeriod[],
): Pick<LineMonth, 'days' | 'findings'> {
  const own = balance.owners.find(({ owner }) => owner.did === did)?.owner.name;
  return {
    days: days.map((day) => ({ ...ownDay(day, entered, did), owners: day.owners })),
    findings: findings.filter(
      ({ code, message }) => !isLateEntry(code) || (own !== undefined && message.includes(own)),
    ),
  };
}

/** By the ending that programs give the code of an entry that is overdue. */
const isLateEntry = (code: string) => code.endsWith('_ENTRY_LATE');

function ownDuty<Day extends LineMonth['days'][number]>(
  day: Day,
  process: LineMonth['process'] | undefined,
  did: string,
): Day {
  if (!process) return day;
  const own = process.owners.find(({ owner }) => owner.did === did);
  return { ...day, nondutiable: !own?.dutiableDays.includes(day.day) };
}

/** How one owner enters: what others brought in that is dutiable is theirs to know. */
export function ownProcess({ owners }: LineMonth['process'], did: string): LineMonth['process'] {
  const own = owners.filter(({ owner }) => owner.did === did);
  return { kind: own[0]?.kind ?? 'monthly', reasons: own.flatMap(({ reasons }) => reasons), owners: own };
}

/** A day as one owner has it: what others have to enter of it is theirs, and no alarm of this one. */
function ownDay(
  { entryDue, ...day }: LineMonth['days'][number],
  entered: readonly EnteredPeriod[],
  did: string,
): LineMonth['days'][number] {
  const owners = day.owners.filter((owner) => owner.did === did);
  const filed = entered.some(
    ({ from, owner, state, to }) => state === 'filed' && owner === did && from <= day.day && day.day <= to,
  );
  const open = owners.length > 0 && !filed && day.entryState !== 'nothing-to-enter';
  const entryState = open ? day.entryState : owners.length > 0 && filed ? 'entered' : 'nothing-to-enter';
  return { ...day, owners, entryState, ...(open && entryDue !== undefined ? { entryDue } : {}) };
}

/** What is found about others stays with them: an owner is told what names it, and what names no owner. */
export function ownFindings(
  head: Pick<LineMonth, 'findings' | 'balance' | 'entries'>,
  did: string,
): LineMonth['findings'] {
  const owners = [...head.balance.owners, ...head.entries].map(({ owner }) => owner);
  const own = owners.filter((owner) => owner.did === did).map(({ name }) => name);
  const others = [...new Set(owners.filter((owner) => owner.did !== did).map(({ name }) => name))];
  const names = (message: string, list: readonly string[]) => list.some((name) => message.includes(name));
  // Whether the line as a whole closes shows only to who holds all of its papers.
  const ofTheLine = ({ batch, day }: LineMonth['findings'][number]) =>
    batch === undefined && day === undefined;
  return head.findings.filter(
    (finding) => names(finding.message, own) || !(ofTheLine(finding) || names(finding.message, others)),
  );
}
