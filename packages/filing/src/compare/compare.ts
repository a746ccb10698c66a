import { Decimal } from '@portolan/kernel';
import type { DutyResult } from '@portolan/tariff';
import type { Entry } from '../entry.ts';
import type { Provenance, ProvenanceMap } from '../provenance.ts';
import { aligned } from './align.ts';
import { totalsTolerance } from './assumptions.ts';
import { blockOf, comparableOf, labelOf } from './comparable.ts';
import type { ComparedField, Comparison } from './comparison.ts';
import { ourEffort, speedOn, theirEffort } from './effort.ts';
import type { FiledSummary, FiledValue } from './filed.ts';
import { ourValues } from './ours.ts';

export interface OurSummary {
  readonly entry: Entry;
  readonly duty?: DutyResult;
  readonly provenance: ProvenanceMap;
  /** Seconds from the first document of the draft to its filing, where they were recorded. */
  readonly preparationSeconds?: number | null;
  /** Keystrokes an hour as measured at the desk that asks; else a figure is assumed and said. */
  readonly keystrokesPerHour?: number;
}

/**
 * A summary really filed beside ours, field by field; lines are paired by what they say and not by where they stand. Values are
 * the same when they say the same however they are written; totals when they lie less than the tolerance of condition 627 apart.
 * What their format can't carry isn't held against it, nor what it may leave out.
 */
export function compareSummary(filed: FiledSummary, own: OurSummary): Comparison {
  const { entry, duty, provenance } = own;
  const ours = ourValues(entry, duty);
  const { summary: theirs, lines, filedLines } = aligned(filed, ours, entry.lines.length);
  const said = new Map(theirs.values.map((value) => [value.pointer, value]));
  const pointers = new Set([...said.keys(), ...ours.keys()].filter((one) => carried(one, theirs.format)));
  const context = {
    entry,
    provenance,
    filedLines,
    tolerance: Decimal.of(totalsTolerance(entry.entryDate).dollars),
  };
  const all = [...pointers].flatMap((pointer) => {
    const field = compared(pointer, said.get(pointer), ours.get(pointer), context);
    return field.verdict === 'only ours' && immaterial(field) ? [] : [field];
  });
  const of = (verdict: ComparedField['verdict']) => all.filter((field) => field.verdict === verdict).length;
  const speed = speedOn(entry.entryDate, own.keystrokesPerHour);
  const { dollars, source } = totalsTolerance(entry.entryDate);
  return {
    format: theirs.format,
    fields: [...all.filter((one) => one.verdict !== 'same'), ...all.filter((one) => one.verdict === 'same')],
    counts: {
      same: of('same'),
      different: of('different'),
      onlyTheirs: of('only theirs'),
      onlyOurs: of('only ours'),
    },
    lines,
    notCompared: [...theirs.notCompared],
    theirs: theirEffort(all, speed),
    ours: ourEffort(entry, provenance, speed, own.preparationSeconds),
    speed,
    tolerance: { dollars, source },
  };
}

/** True when nothing differs. */
export function agrees({ counts }: Pick<Comparison, 'counts'>): boolean {
  return counts.different + counts.onlyTheirs + counts.onlyOurs === 0;
}

interface Context {
  readonly entry: Entry;
  readonly provenance: ProvenanceMap;
  /** Places of filed lines, from 0, by the index under which their values stand here. */
  readonly filedLines: ReadonlyMap<number, number>;
  readonly tolerance: Decimal;
}

function compared(
  pointer: string,
  filed: FiledValue | undefined,
  ours: string | undefined,
  { entry, provenance, filedLines, tolerance }: Context,
): ComparedField {
  const { unkeyed } = comparableOf(pointer);
  const block = blockOf(pointer, entry.entryDate);
  const from = sourceOf(provenance, pointer);
  const theirs = filed?.value;
  const apart = theirs !== undefined && ours !== undefined ? difference(pointer, theirs, ours) : undefined;
  const near = apart !== undefined && !apart.isZero() && apart.lt(tolerance);
  const same = theirs === ours || near || nothingOwed(pointer, theirs ?? ours, theirs, ours);
  const verdict = theirs === undefined ? 'only ours' : ours === undefined ? 'only theirs' : 'different';
  return {
    pointer,
    label: labelOf(pointer),
    ...linesOf(pointer, entry.lines.length, filedLines),
    ...(block === undefined ? {} : { block }),
    ...(theirs === undefined ? {} : { theirs }),
    ...(ours === undefined ? {} : { ours }),
    verdict: same ? 'same' : verdict,
    ...(near ? { withinTolerance: true } : {}),
    ...(ours === undefined ? {} : { provenance: from?.class ?? 'computed' }),
    keystrokes: unkeyed ? 0 : (filed?.characters ?? 0),
  };
}

/** The number of our line, and that of the filed one where it is another. */
function linesOf(pointer: string, ours: number, filedLines: ReadonlyMap<number, number>) {
  const index = Number(/^\/lines\/(\d+)\//.exec(pointer)?.[1] ?? -1);
  if (index < 0) return {};
  const filed = filedLines.get(index);
  return {
    ...(index < ours ? { line: index + 1 } : {}),
    ...(filed === undefined || filed === index ? {} : { filedLine: filed + 1 }),
  };
}

/** How far two totals lie apart; undefined for anything else. */
function difference(pointer: string, theirs: string, ours: string): Decimal | undefined {
  const amount = /^-?\d+\.\d{2}$/;
  if (!pointer.startsWith('/totals/') || !amount.test(theirs) || !amount.test(ours)) return undefined;
  return Decimal.of(theirs).minus(Decimal.of(ours)).abs();
}

/** An amount of nothing that only one side writes out, and charges of nothing. */
function nothingOwed(
  pointer: string,
  value: string | undefined,
  theirs: string | undefined,
  ours: string | undefined,
): boolean {
  const { kind } = comparableOf(pointer);
  if (theirs !== undefined && ours !== undefined) return false;
  return (kind === 'money' || kind === 'whole') && value !== undefined && /^0(\.00)?$/.test(value);
}

function carried(pointer: string, format: FiledSummary['format']): boolean {
  const { only } = comparableOf(pointer);
  return only === undefined || only === format;
}

function immaterial({ pointer }: ComparedField): boolean {
  return comparableOf(pointer).optional === true;
}

/** Provenance of a field, or of what it is part of. */
function sourceOf(provenance: ProvenanceMap, pointer: string): Provenance | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
    if (provenance[at]) return provenance[at];
  return undefined;
}
