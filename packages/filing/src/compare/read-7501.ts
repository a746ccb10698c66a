import { isRecord, ok, parseJson, type Result, refused } from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import { movedBlock } from '../fields/places.ts';
import { comparable } from './comparable.ts';
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
 * relationship. Refuses blocks that the form hasn't and values that are no text.
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
  const parts = pattern.endsWith('/*') || pattern === '/billOfLading' ? text.split(/[;\n]/) : [text];
  const said = parts.map((part) => part.trim()).filter((part) => part !== '');
  if (said.length === 0) return [];
  const value = (part: string) => normalised(kind, kind === 'number' ? part.replace(/[A-Z ]+$/i, '') : part);
  if (pattern.endsWith('/*'))
    return said.map((part, index) => ({
      ...{ pointer: pointer.replace('*', String(index)), value: value(part), characters: part.length },
    }));
  return [{ pointer, value: said.map(value).sort().join(', '), characters: said.join('').length }];
}

/** Blocks as numbered on a day, with the letters of their parts. */
function pointersByBlock(day: string): Map<string, string> {
  return new Map(
    Object.entries(comparable).flatMap(([pointer, { block }]) =>
      block === undefined ? [] : [[blockOn(block, day), pointer] as const],
    ),
  );
}

/** `29A` of the editions before October 2025 as it is numbered on a day. */
export function blockOn(block: string, day: string): string {
  return block.replace(/^\d+/, (number) => String(movedBlock(Number(number), day)));
}
