import { type CalendarDate, ok, parseDate, type Refusal, type Result, refused } from '@portolan/kernel';
import type { CaseMoment } from '../case/deposit.ts';
import { tariffCatalogue } from '../catalogue.ts';
import { newestInForce } from '../edition/as-of.ts';
import type { Edition } from '../edition/edition.ts';
import type { DutyLayer } from '../layer/layer.ts';
import type { EntryType } from '../reference/codes.ts';
import type { TariffReference } from '../reference/reference.ts';
import type { DutyInput } from './input.ts';

/** What holds for the whole entry, checked. */
export interface EntryFacts {
  readonly entryType: EntryType;
  readonly mode: string;
  readonly date: CalendarDate;
  readonly importDate: CalendarDate;
  readonly edition: Edition;
  /** The date lies beyond what the edition can know; the computation goes on under the recorded override. */
  readonly beyondHorizon: boolean;
  /** Layers of duty whose rows can not know the date. */
  readonly unknownLayers: readonly DutyLayer[];
  readonly caseMoment: CaseMoment;
  /** Whether layers that can not touch a line are explained too. */
  readonly explain: boolean;
}

export function checkEntry(input: DutyInput, reference: TariffReference): Result<EntryFacts> {
  const date = parseDate(input.date);
  const importDate = parseDate(input.importDate);
  const entryType = reference.entryTypes.find(({ code }) => code === input.entryType);
  const refusals: Refusal[] = [
    ...(date.ok ? [] : [dateRefusal('/date', input.date)]),
    ...(importDate.ok ? [] : [dateRefusal('/importDate', input.importDate)]),
    ...typeRefusals(input.entryType, entryType, reference),
    ...modeRefusals(input.modeOfTransport, reference),
    ...(input.lines.length === 0 ? [tariffCatalogue.refuse('TARIFF_LINES_MISSING', { path: '/lines' })] : []),
  ];
  if (refusals.length > 0 || !date.ok || !importDate.ok || entryType === undefined) return refused(refusals);
  const current = editionFor(input, date.value, reference);
  if (!current.ok) return current;
  const types = reference.entryTypes.filter(({ carriesCases }) => carriesCases).map(({ code }) => code);
  return ok({
    entryType,
    mode: input.modeOfTransport,
    date: date.value,
    importDate: importDate.value,
    ...current.value,
    caseMoment: { date: date.value, knownAt: input.knownAt, entryType: entryType.code, types },
    explain: input.explain === 'full',
  });
}

/**
 * The edition that gives the rates, and what can not be known of the date: of the edition beyond its horizon, of a
 * layer beyond its own. Unknown is refused unless an override is recorded.
 */
function editionFor(
  { knownAt, override }: DutyInput,
  date: CalendarDate,
  reference: TariffReference,
): Result<Pick<EntryFacts, 'edition' | 'beyondHorizon' | 'unknownLayers'>> {
  const newest = newestInForce(reference, { date, knownAt });
  if (!newest.ok) return newest;
  const edition = newest.value;
  const beyondHorizon = date > edition.horizon;
  const unknownLayers = reference.dutyLayers.filter(({ horizon }) => horizon !== undefined && date > horizon);
  if ((!beyondHorizon && unknownLayers.length === 0) || override !== undefined)
    return ok({ edition, beyondHorizon, unknownLayers });
  return refused(notCurrent(edition, unknownLayers, date));
}

function notCurrent(edition: Edition, layers: readonly DutyLayer[], date: CalendarDate): Refusal {
  const beyond = layers.map(({ name, unknownAfter = 'its rates' }) => `${name}: ${unknownAfter}`);
  const unknown = date > edition.horizon ? [edition.unknownAfter, ...beyond] : beyond;
  const horizons = [edition.horizon, ...layers.flatMap(({ horizon }) => horizon ?? [])].sort();
  const params = { date, horizon: horizons[0] ?? edition.horizon, unknown: unknown.join('; ') };
  return tariffCatalogue.refuse('TARIFF_NOT_CURRENT', { path: '/date', params });
}

function dateRefusal(path: string, date: string): Refusal {
  return tariffCatalogue.refuse('TARIFF_DATE_INVALID', { path, params: { date } });
}

function typeRefusals(code: string, type: EntryType | undefined, { entryTypes }: TariffReference): Refusal[] {
  if (type?.computed) return [];
  const supported = entryTypes.filter(({ computed }) => computed).map((row) => row.code);
  const params = { type: code, name: type?.name ?? 'unknown', supported: supported.join(', ') };
  return [tariffCatalogue.refuse('TARIFF_ENTRY_TYPE_UNSUPPORTED', { path: '/entryType', params })];
}

function modeRefusals(mode: string, { modes }: TariffReference): Refusal[] {
  if (modes.some(({ code }) => code === mode)) return [];
  return [tariffCatalogue.refuse('TARIFF_MODE_UNKNOWN', { path: '/modeOfTransport', params: { mode } })];
}
