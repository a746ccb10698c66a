import { type ElementShare, type StressUnit, stressUnits, type TensileTest } from '@portolan/documents';
import { ok, parseDecimal, type Refusal, type Result, refused } from '@portolan/kernel';
import { steelCatalogue } from '../catalogue.ts';
import { type LaboratoryColumn, laboratoryColumn } from './laboratory-columns.ts';
import { type CsvRow, csvRows } from './laboratory-rows.ts';

/** What a laboratory found of one heat. */
export interface LaboratoryResult {
  readonly heat: string;
  readonly chemistry: readonly ElementShare[];
  readonly tests: readonly TensileTest[];
}

/** Rows of the largest file that is read: a mill's laboratory of several weeks. */
export const maxLaboratoryRows = 10_000;

interface Cell {
  readonly column: LaboratoryColumn;
  readonly heading: string;
  readonly text: string;
}

/**
 * Reads a laboratory's CSV: one row a test or analysis, a heading row with `Heat`, elements by symbol in percent, `Test`,
 * `Yield`, `Tensile`, `Elongation`, `Reduction`, `Hardness`, and `Unit` for the stresses. Rows of one heat are put together.
 * Refuses columns that it does not know, cells that are no decimal, strengths without a unit, and an element of a heat that
 * is given twice, each by row and column.
 */
export function readLaboratoryCsv(text: string): Result<LaboratoryResult[]> {
  const [heading, ...rows] = csvRows(text.replace(/^\uFEFF/, ''));
  if (rows.length > maxLaboratoryRows)
    return refused(
      steelCatalogue.refuse('STEEL_LABORATORY_TOO_LONG', { params: { limit: maxLaboratoryRows } }),
    );
  const columns = (heading?.cells ?? []).map((cell) => ({ cell, column: laboratoryColumn(cell) }));
  const unknown = columns.flatMap(({ cell, column }, index) =>
    column ? [] : [refuse('STEEL_LABORATORY_COLUMN', heading?.number ?? 1, index, cell)],
  );
  if (!columns.some(({ column }) => column?.fills === 'heat'))
    return refused([steelCatalogue.refuse('STEEL_LABORATORY_NO_HEAT'), ...unknown]);
  if (unknown.length > 0) return refused(unknown);
  const heats = new Map<string, { chemistry: ElementShare[]; tests: TensileTest[] }>();
  const refusals = rows.flatMap((row) =>
    readRow(row, columns as { cell: string; column: LaboratoryColumn }[], heats),
  );
  if (refusals.length > 0) return refused(refusals);
  return ok([...heats].map(([heat, found]) => ({ heat, ...found })));
}

function readRow(
  row: CsvRow,
  columns: readonly { readonly cell: string; readonly column: LaboratoryColumn }[],
  heats: Map<string, { chemistry: ElementShare[]; tests: TensileTest[] }>,
): Refusal[] {
  const cells = columns.map(
    ({ cell, column }, at): Cell => ({ column, heading: cell, text: row.cells[at] ?? '' }),
  );
  const bad = cells.flatMap(({ column, heading, text }, at) =>
    text !== '' && !fits(column, text)
      ? [refuse('STEEL_LABORATORY_NUMBER', row.number, at, heading, text)]
      : [],
  );
  const said = (fills: LaboratoryColumn['fills']) =>
    cells.find(({ column, text }) => column.fills === fills && text !== '')?.text;
  const heat = said('heat');
  const unit = unitOf(said('unit'));
  const stressed = cells.findIndex(({ column, text }) => isStress(column) && text !== '');
  if (heat === undefined) bad.push(refuse('STEEL_LABORATORY_HEAT', row.number, 0, 'Heat'));
  if (stressed >= 0 && unit === undefined)
    bad.push(
      refuse('STEEL_LABORATORY_UNIT', row.number, stressed, cells[stressed]?.heading ?? '', said('unit')),
    );
  if (heat === undefined || bad.length > 0) return bad;
  const found = heats.get(heat) ?? { chemistry: [], tests: [] };
  heats.set(heat, found);
  const twice = addElements(row, cells, found.chemistry);
  const test = testOf(said, unit, found.tests.length + 1);
  if (test) found.tests.push(test);
  return twice;
}

function addElements({ number }: CsvRow, cells: readonly Cell[], chemistry: ElementShare[]): Refusal[] {
  return cells.flatMap(({ column, heading, text }, at) => {
    if (column.fills !== 'element' || text === '') return [];
    const { element } = column;
    if (chemistry.some((one) => one.element === element))
      return [refuse('STEEL_LABORATORY_TWICE', number, at, heading, text)];
    chemistry.push({ element, percent: text });
    return [];
  });
}

type Said = (fills: LaboratoryColumn['fills']) => string | undefined;

function testOf(said: Said, unit: StressUnit | undefined, count: number): TensileTest | undefined {
  const stress = (value: string | undefined) => (value !== undefined && unit ? { value, unit } : undefined);
  const [low, high, elongation, reduction, hardness] = [
    stress(said('yield')),
    stress(said('tensile')),
    said('elongation'),
    said('reduction'),
    said('hardness'),
  ];
  const toughness = toughnessOf(said);
  if (!low && !high && !elongation && !reduction && !hardness && !toughness) return undefined;
  const [location, direction, retestOf] = [said('location'), said('direction'), said('retestOf')];
  return {
    number: said('test') ?? String(count),
    ...(location ? { location } : {}),
    ...(direction ? { direction } : {}),
    ...(low ? { yield: low } : {}),
    ...(high ? { tensile: high } : {}),
    ...(elongation ? { elongation: { percent: elongation } } : {}),
    ...(reduction ? { reduction } : {}),
    ...(hardness ? { hardness: { value: hardness, scale: said('scale') ?? 'HBW' } } : {}),
    ...toughness,
    ...(retestOf ? { retestOf } : {}),
  };
}

/** Impact values without a temperature are at room temperature, 20 degrees Celsius. */
function toughnessOf(said: Said): Pick<TensileTest, 'impact' | 'bend'> | undefined {
  const [impact, degrees] = [said('impact'), said('bend')];
  if (!impact && !degrees) return undefined;
  const cracked = said('bendOutcome')?.toLowerCase().startsWith('crack') ?? false;
  return {
    ...(impact ? { impact: { joules: valuesIn(impact), celsius: said('impactAt') ?? '20' } } : {}),
    ...(degrees
      ? { bend: { degrees, outcome: cracked ? ('cracked' as const) : ('no-crack' as const) } }
      : {}),
  };
}

function valuesIn(set: string): string[] {
  return set.split('/').map((value) => value.trim());
}

const FIGURES = new Set(['element', 'yield', 'tensile', 'elongation', 'reduction', 'hardness', 'bend']);

function fits({ fills }: LaboratoryColumn, text: string): boolean {
  if (fills === 'impact') return valuesIn(text).every(isPositive);
  if (fills === 'impactAt') return parseDecimal(text).ok;
  if (fills === 'bendOutcome') return /^(no crack|cracked)$/i.test(text);
  return !FIGURES.has(fills) || isPositive(text);
}

function isStress({ fills }: LaboratoryColumn): boolean {
  return fills === 'yield' || fills === 'tensile';
}

function isPositive(text: string): boolean {
  const number = parseDecimal(text);
  return number.ok && !number.value.isNegative();
}

function unitOf(text: string | undefined): StressUnit | undefined {
  const plain = text?.replace('²', '2').toLowerCase();
  return stressUnits.find((unit) => unit.toLowerCase() === plain);
}

type LaboratoryCode = Extract<Parameters<typeof steelCatalogue.refuse>[0], `STEEL_LABORATORY_${string}`>;

function refuse(code: LaboratoryCode, row: number, column: number, heading: string, found = ''): Refusal {
  const letter = columnName(column);
  return steelCatalogue.refuse(code, {
    path: `/${row}/${letter}`,
    params: { row, column: letter, heading: heading.slice(0, 60), found: found.slice(0, 60) },
  });
}

/** As a spreadsheet names it: A to Z, then AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}
