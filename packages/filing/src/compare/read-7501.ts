import { Decimal, isRecord, ok, parseJson, type Result, refused, sumDecimals } from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import { unitOfAbi } from '../facts/abi-units.ts';
import { blockOf, comparable } from './comparable.ts';
import type { FiledSummary, FiledValue } from './filed.ts';
import { normalised } from './normalised.ts';

/** One value of the form: the line of goods from 1, none for the header. */
interface BlockValue {
  readonly block: string;
  readonly line?: number;
  readonly text: string;
  /** Where it stands in the file. */
  readonly path: string;
}

const MOST_LINES = 999;

/**
 * Form 7501 as JSON: `{"blocks": {"1": "…"}, "lines": [{"29A": "…"}]}`, the blocks numbered as on the edition in use on `day`.
 * Blocks with parts take their letter: 29A number, 29B case, 30A gross weight, 30B packages, 32A value, 32B charges, 32C
 * relationship. Several quantities or amounts of a block stand with `;` between them. Refuses blocks that the form hasn't and values that are no text.
 */
export function read7501Json(text: string, day: string): Result<FiledSummary> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const { blocks = {}, lines = [] } = isRecord(json.value) ? json.value : {};
  if (!isRecord(json.value) || !isRecord(blocks) || !Array.isArray(lines) || lines.length > MOST_LINES)
    return refused(filingCatalogue.refuse('FILING_7501_SHAPE'));
  const header = Object.entries(blocks).map(([block, value]) => ({
    ...{ block, text: String(value ?? ''), path: `/blocks/${block}` },
  }));
  const goods = lines.flatMap((line, index) =>
    Object.entries(isRecord(line) ? line : {}).map(([block, value]) => ({
      ...{ block, line: index + 1, text: String(value ?? ''), path: `/lines/${index}/${block}` },
    })),
  );
  return placed([...header, ...goods], day);
}

/** Form 7501 as CSV with the columns block, line (empty in the header) and value; blocks as for JSON. */
export function read7501Csv(text: string, day: string): Result<FiledSummary> {
  const rows = text.replace(/\r/g, '').split('\n').slice(1);
  const values: BlockValue[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const [, block, line, rest = ''] = /^"?([^",]*)"?,"?(\d{0,3})"?,(.*)$/.exec(row) ?? [];
    const path = `/${index + 2}/1`;
    if (block === undefined) return refused(filingCatalogue.refuse('FILING_7501_SHAPE', { path }));
    const plain = rest.replace(/^"(.*)"$/, '$1').replaceAll('""', '"');
    values.push({ block: block.trim(), text: plain, path, ...(line ? { line: Number(line) } : {}) });
  }
  return placed(values, day);
}

function placed(values: readonly BlockValue[], day: string): Result<FiledSummary> {
  const pointers = pointersByBlock(day);
  const unknown = values.filter(({ block }) => !pointers.has(block));
  if (unknown.length > 0)
    return refused(
      unknown
        .slice(0, 100)
        .map(({ block, path }) => filingCatalogue.refuse('FILING_7501_BLOCK', { path, params: { block } })),
    );
  return ok({ format: '7501', values: values.flatMap((one) => filed(one, pointers)), notCompared: [] });
}

function filed({ block, line = 1, text }: BlockValue, pointers: ReadonlyMap<string, string>): FiledValue[] {
  const pattern = pointers.get(block) ?? '';
  const { kind } = comparable[pattern] ?? { kind: 'text' };
  const pointer = pattern.replace('*', String(line - 1));
  const listed = pattern.endsWith('/*') || pattern === '/billOfLading' || kind === 'money';
  const said = (listed ? text.split(/[;\n]/) : [text])
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (said.length === 0) return [];
  if (pattern.endsWith('/quantities/*'))
    return said.flatMap((part, index) => quantityIn(part, index, pointer));
  const values = said.map((part) => normalised(kind, part));
  const value = kind === 'money' ? sumOf(values) : values.sort().join(', ');
  return [{ pointer, value, characters: said.join('').length }];
}

/** Block 31 gives a quantity with its unit: `6000 NO`. */
function quantityIn(text: string, index: number, pointer: string): FiledValue[] {
  const [, amount = text, unit = ''] = /^([\d.,\s]+?)\s*([A-Z]\w*)?\.?$/i.exec(text) ?? [];
  const at = (pattern: string) => pattern.replace('*', String(index));
  const quantity = { pointer: at(pointer), value: normalised('number', amount), characters: amount.length };
  if (unit === '') return [quantity];
  const named = pointer.replace('/quantities/', '/units/');
  return [quantity, { pointer: at(named), value: unitOfAbi(unit), characters: unit.length }];
}

/** Amounts under several numbers of one block, added; what is no amount stays as it is. */
function sumOf(amounts: readonly string[]): string {
  if (amounts.some((amount) => !/^-?\d+\.\d{2}$/.test(amount))) return amounts.join(', ');
  return sumDecimals(amounts.map((amount) => Decimal.of(amount))).toFixed(2);
}

/** Blocks as numbered on a day, with the letters of their parts. */
function pointersByBlock(day: string): Map<string, string> {
  return new Map(
    Object.entries(comparable).flatMap(([pointer, { beside, only }]) => {
      const block = beside || only === 'ae' ? undefined : blockOf(pointer, day);
      return block === undefined ? [] : [[block, pointer] as const];
    }),
  );
}
