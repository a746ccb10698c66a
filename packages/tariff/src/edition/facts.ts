/** One row of the schedule as published, blank where the row leaves it to a row above. */
export interface FactsRow {
  readonly indent: number;
  /** Digits only; empty for a description row without number. */
  readonly hts: string;
  readonly description: string;
  readonly units: readonly string[];
  readonly general: string;
  readonly special: string;
  readonly other: string;
  /** "columns|text", columns as the export names them (desc, units, stat, general, special, other). */
  readonly footnotes: readonly string[];
}

/**
 * The facts of one edition as text: one row a line, tab separated, with numbered lists of the texts that recur.
 * Written by `writeFacts`, read by `readFacts`; the digest of the text identifies the edition's content.
 */
const FORMAT = 'portolan hts facts 1';
const LISTS = ['units', 'general', 'special', 'other', 'footnotes'] as const;
type ListName = (typeof LISTS)[number];

export function writeFacts(rows: readonly FactsRow[]): string {
  const lists: Record<ListName, Map<string, number>> = {
    units: new Map(),
    general: new Map(),
    special: new Map(),
    other: new Map(),
    footnotes: new Map(),
  };
  const lines = rows.map((row) => {
    const cells = LISTS.map((name) => numbered(lists[name], joined(row[name])));
    return [row.indent, row.hts, ...cells, row.description].join('\t');
  });
  const head = LISTS.flatMap((name) => [`${name} ${lists[name].size}`, ...lists[name].keys()]);
  return `${[FORMAT, ...head, `rows ${rows.length}`, ...lines].join('\n')}\n`;
}

function joined(cell: string | readonly string[]): string {
  return typeof cell === 'string' ? cell : cell.join('\u001f');
}

function numbered(list: Map<string, number>, text: string): string {
  if (text === '') return '';
  const known = list.get(text);
  if (known !== undefined) return String(known);
  list.set(text, list.size);
  return String(list.size - 1);
}

/** Reads what `writeFacts` wrote; throws on anything else, since facts come from our own files. */
export function readFacts(text: string): FactsRow[] {
  const lines = text.split('\n');
  let next = 0;
  const take = (): string => lines[next++] ?? '';
  const counted = (name: string): number => {
    const [label, count] = take().split(' ');
    if (label !== name || count === undefined) throw new Error(`facts file: no list of ${name}`);
    return Number(count);
  };
  if (take() !== FORMAT) throw new Error(`facts file: does not begin with "${FORMAT}"`);
  const [units = [], general = [], special = [], other = [], footnotes = []] = LISTS.map((name) =>
    Array.from({ length: counted(name) }, take),
  );
  const unitLists = units.map(listed);
  const footnoteLists = footnotes.map(listed);
  return Array.from({ length: counted('rows') }, () => {
    const cells = take().split('\t');
    if (cells.length !== 8) throw new Error(`facts file: line ${next} has ${cells.length} cells`);
    const [
      indent,
      hts = '',
      unit = '',
      generalAt = '',
      specialAt = '',
      otherAt = '',
      footnote = '',
      description = '',
    ] = cells;
    return {
      indent: Number(indent),
      hts,
      units: entry(unitLists, unit, NONE),
      general: entry(general, generalAt, ''),
      special: entry(special, specialAt, ''),
      other: entry(other, otherAt, ''),
      footnotes: entry(footnoteLists, footnote, NONE),
      description,
    };
  });
}

const NONE: readonly string[] = [];

function entry<T>(list: readonly T[], at: string, blank: T): T {
  return at === '' ? blank : (list[Number(at)] ?? blank);
}

function listed(text: string): readonly string[] {
  return text.split('\u001f');
}
