import type { EditionChange, FieldChange } from '@portolan/contract';
import type { EditionDifference, LineSummary, TariffReference } from '@portolan/tariff';

type Concordance = TariffReference['concordance'];

/** A difference number by number in the schedule's order: what was added, what ended, what is printed otherwise. */
export function changesOf(difference: EditionDifference, concordance: Concordance): EditionChange[] {
  const { added, ended, rateChanged, unitChanged, descriptionChanged } = difference;
  const changed = new Map<string, EditionChange>();
  const note = (line: LineSummary, field: FieldChange['field'], before: string, after: string): void => {
    const known = changed.get(line.hts) ?? { ...summary(line), change: 'changed', changes: [], became: [] };
    known.changes.push({ field, before, after });
    changed.set(line.hts, known);
  };
  for (const line of rateChanged) note(line, columnOf[line.column], line.before, line.after);
  for (const line of unitChanged) note(line, 'units', line.before, line.after);
  for (const line of descriptionChanged) note(line, 'description', line.before, line.after);
  const items: EditionChange[] = [
    ...added.map((line): EditionChange => ({ ...summary(line), change: 'added', changes: [], became: [] })),
    ...ended.map((line): EditionChange => {
      const became = [...(concordance.get(line.hts)?.successors ?? [])];
      return { ...summary(line), change: 'ended', changes: [], became };
    }),
    ...changed.values(),
  ];
  return items.sort((a, b) => (a.hts < b.hts ? -1 : a.hts > b.hts ? 1 : 0));
}

const columnOf = { general: 'general', special: 'special', 'column-2': 'column2' } as const;

function summary({ hts, path, description }: LineSummary) {
  return { hts, description: [...path, description].join(' › ') };
}
