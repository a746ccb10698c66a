import { type CalendarDate, ok, parseDate, type Refusal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { asOf, newestInForce } from '../edition/as-of.ts';
import type { Edition } from '../edition/edition.ts';
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
  const edition = editionFor(input, date.value, reference);
  if (!edition.ok) return edition;
  return ok({
    entryType,
    mode: input.modeOfTransport,
    date: date.value,
    importDate: importDate.value,
    ...edition.value,
  });
}

function editionFor(
  { knownAt, override }: DutyInput,
  date: CalendarDate,
  reference: TariffReference,
): Result<Pick<EntryFacts, 'edition' | 'beyondHorizon'>> {
  const current = asOf(reference, { date, knownAt });
  if (current.ok) return ok({ edition: current.value, beyondHorizon: false });
  const newest = newestInForce(reference, { date, knownAt });
  return newest.ok && override !== undefined ? ok({ edition: newest.value, beyondHorizon: true }) : current;
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
