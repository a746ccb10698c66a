import type { ComparedSummary, ManyCompared } from '@portolan/contract';
import type { ComparedField, ComparedLine, Comparison, ComparisonTotals, Effort } from '@portolan/filing';
import { counted } from '../output/format.ts';
import { facts, table } from '../output/table.ts';

const columns = [
  { title: 'Line', align: 'right' },
  { title: 'Block' },
  { title: 'Field' },
  { title: 'Filed' },
  { title: 'Ours' },
  { title: 'Ours from' },
] as const;

/** One comparison, for people: what differs, which lines moved, the effort of either side and how it is known. */
export function comparisonLines(comparison: Comparison): string[] {
  const { fields, counts, lines, theirs, ours, speed, tolerance, notCompared } = comparison;
  const apart = fields.filter(({ verdict }) => verdict !== 'same');
  const places = lines.flatMap(placeWords);
  return [
    apart.length === 0 ? 'Nothing differs.' : `${counted(apart.length, 'field')} of ${fields.length} differ.`,
    ...(apart.length === 0 ? [] : ['', ...table(columns, apart.map(row))]),
    ...(places.length === 0 ? [] : ['', ...places]),
    '',
    ...facts([
      ['Same', String(counts.same)],
      ['Different', String(counts.different)],
      ['Only filed', String(counts.onlyTheirs)],
      ['Only ours', String(counts.onlyOurs)],
      ['Keyed for theirs', effort(theirs)],
      ['Keyed for ours', effort(ours)],
      ['Typed', typed(ours)],
      ['Draft open', ours.minutesOpen === undefined ? undefined : `${ours.minutesOpen} minutes, recorded`],
      ['Speed', `${speed.keystrokesPerHour} keystrokes an hour (${speed.certainty}: ${speed.source})`],
      ['Totals', `less than $${tolerance.dollars} apart count as the same (${tolerance.source})`],
      ['Not compared', notCompared.length === 0 ? undefined : `records ${notCompared.join(', ')}`],
    ]),
    '',
    `Theirs: ${theirs.how}`,
    `Ours: ${ours.how}`,
  ];
}

function row({
  line,
  filedLine,
  block,
  label,
  theirs = '–',
  ours = '–',
  provenance,
}: ComparedField): string[] {
  const place = line === undefined ? (filedLine === undefined ? '' : `filed ${filedLine}`) : String(line);
  return [place, block ?? '', label, theirs, ours, provenance ?? ''];
}

/** Lines that stand elsewhere, and lines that only one side has. */
function placeWords({ ours, filed, by, moved }: ComparedLine): string[] {
  if (ours === undefined) return [`Line ${filed} filed is none of ours.`];
  if (filed === undefined) return [`Our line ${ours} was not filed.`];
  return moved ? [`Our line ${ours} is line ${filed} filed (${by}).`] : [];
}

function effort({ fields, keystrokes, minutes }: Effort): string {
  return `${counted(fields, 'field')}, ${counted(keystrokes, 'keystroke')}, ${minutes} minutes`;
}

function typed({ typedFrom, typedUntil }: Effort): string | undefined {
  return typedFrom === undefined ? undefined : `${typedFrom} to ${typedUntil}`;
}

const manyColumns = [
  { title: 'Summary filed' },
  { title: 'Our entry' },
  { title: 'Found by' },
  { title: 'Fields', align: 'right' },
  { title: 'Differ', align: 'right' },
  { title: 'Only filed', align: 'right' },
  { title: 'Only ours', align: 'right' },
  { title: 'Moved', align: 'right' },
  { title: 'Keys filed', align: 'right' },
  { title: 'Keys ours', align: 'right' },
] as const;

/** Many comparisons, a row each, and their sums; then why some could not be compared. */
export function manyLines({ items, totals }: ManyCompared): string[] {
  const refused = items.flatMap((item) =>
    (item.refusals ?? []).slice(0, 3).map(({ code, message }) => `${nameOf(item)}: ${message} (${code})`),
  );
  return [
    ...table(manyColumns, [...items.map(manyRow), totalRow(totals)]),
    '',
    ...facts([
      ['Summaries', `${totals.summaries}, ${totals.compared} compared, ${totals.agree} without a difference`],
      ['Filed', `${counted(totals.theirs.fields, 'field')} keyed, ${totals.theirs.minutes} minutes`],
      ['Ours', `${counted(totals.ours.fields, 'field')} keyed, ${totals.ours.minutes} minutes`],
      [
        'Differ most',
        totals.often
          .slice(0, 5)
          .map(({ label, summaries }) => `${label} (${summaries})`)
          .join(', ') || undefined,
      ],
    ]),
    ...(refused.length === 0 ? [] : ['', 'Not compared', ...refused]),
  ];
}

function nameOf({ name, part }: ComparedSummary): string {
  return part === undefined ? name : `${name} (${part})`;
}

function manyRow(item: ComparedSummary): string[] {
  const { entryNumber = '', by = '', comparison } = item;
  if (!comparison) return [nameOf(item), entryNumber, by, 'not compared'];
  const { fields, counts, lines, theirs, ours } = comparison;
  const numbers = [fields.length, counts.different, counts.onlyTheirs, counts.onlyOurs];
  const moved = lines.filter((line) => line.moved).length;
  return [
    nameOf(item),
    entryNumber,
    by,
    ...[...numbers, moved, theirs.keystrokes, ours.keystrokes].map(String),
  ];
}

function totalRow({
  fields,
  different,
  onlyTheirs,
  onlyOurs,
  linesMoved,
  theirs,
  ours,
}: ComparisonTotals): string[] {
  const numbers = [fields, different, onlyTheirs, onlyOurs, linesMoved, theirs.keystrokes, ours.keystrokes];
  return ['Total', '', '', ...numbers.map(String)];
}
