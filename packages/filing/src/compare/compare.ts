import { Decimal } from '@portolan/kernel';
import type { DutyResult } from '@portolan/tariff';
import type { Entry } from '../entry.ts';
import type { Provenance, ProvenanceMap } from '../provenance.ts';
import { keyingSpeed, totalsTolerance } from './assumptions.ts';
import { comparableOf, labelOf } from './comparable.ts';
import type { ComparedField, Comparison } from './comparison.ts';
import type { FiledSummary, FiledValue } from './filed.ts';
import { ourValues } from './ours.ts';
import { blockOn } from './read-7501.ts';

export interface OurSummary {
  readonly entry: Entry;
  readonly duty?: DutyResult;
  readonly provenance: ProvenanceMap;
}

/**
 * A summary really filed beside ours, field by field, lines in their order. Values are the same when they say the same however
 * they are written; totals when they lie less than the tolerance of condition 627 apart. What their format can't carry isn't held
 * against it, nor what it may leave out. Units of quantities and records 54 aren't compared.
 */
export function compareSummary(theirs: FiledSummary, { entry, duty, provenance }: OurSummary): Comparison {
  const ours = ourValues(entry, duty);
  const said = new Map(theirs.values.map((value) => [value.pointer, value]));
  const pointers = new Set([...said.keys(), ...ours.keys()].filter((one) => carried(one, theirs.format)));
  const context = { entry, provenance, tolerance: Decimal.of(totalsTolerance(entry.entryDate).dollars) };
  const all = [...pointers].flatMap((pointer) => {
    const field = compared(pointer, said.get(pointer), ours.get(pointer), context);
    return field.verdict === 'only ours' && immaterial(field) ? [] : [field];
  });
  const of = (verdict: ComparedField['verdict']) => all.filter((field) => field.verdict === verdict).length;
  const speed = keyingSpeed(entry.entryDate);
  const { dollars, source } = totalsTolerance(entry.entryDate);
  const effort = (keystrokes: number) => ({
    keystrokes,
    minutes: minutes(keystrokes, speed.keystrokesPerHour),
  });
  return {
    format: theirs.format,
    fields: [...all.filter((one) => one.verdict !== 'same'), ...all.filter((one) => one.verdict === 'same')],
    counts: {
      same: of('same'),
      different: of('different'),
      onlyTheirs: of('only theirs'),
      onlyOurs: of('only ours'),
    },
    notCompared: [...theirs.notCompared],
    theirs: effort(all.reduce((sum, { keystrokes }) => sum + keystrokes, 0)),
    ours: effort(typedCharacters(all)),
    speed: {
      keystrokesPerHour: speed.keystrokesPerHour,
      source: speed.source,
      certainty: speed.certainty,
    },
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
  readonly tolerance: Decimal;
}

function compared(
  pointer: string,
  filed: FiledValue | undefined,
  ours: string | undefined,
  { entry, provenance, tolerance }: Context,
): ComparedField {
  const { block, unkeyed } = comparableOf(pointer);
  const line = /^\/lines\/(\d+)\//.exec(pointer)?.[1];
  const from = sourceOf(provenance, pointer);
  const theirs = filed?.value;
  const apart = theirs !== undefined && ours !== undefined ? difference(pointer, theirs, ours) : undefined;
  const near = apart !== undefined && !apart.isZero() && apart.lt(tolerance);
  const same = theirs === ours || near || nothingOwed(pointer, theirs ?? ours, theirs, ours);
  const verdict = theirs === undefined ? 'only ours' : ours === undefined ? 'only theirs' : 'different';
  return {
    pointer,
    label: labelOf(pointer),
    ...(line === undefined ? {} : { line: Number(line) + 1 }),
    ...(block === undefined ? {} : { block: blockOn(block, entry.entryDate) }),
    ...(theirs === undefined ? {} : { theirs }),
    ...(ours === undefined ? {} : { ours }),
    verdict: same ? 'same' : verdict,
    ...(near ? { withinTolerance: true } : {}),
    ...(ours === undefined ? {} : { provenance: from?.class ?? 'computed' }),
    keystrokes: unkeyed ? 0 : (filed?.characters ?? 0),
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

function typedCharacters(fields: readonly ComparedField[]): number {
  return fields.reduce(
    (sum, { provenance, ours = '' }) => sum + (provenance === 'typed' ? ours.length : 0),
    0,
  );
}

function minutes(keystrokes: number, perHour: string): string {
  const hour = Decimal.of(60);
  return Decimal.of(keystrokes).times(hour).dividedBy(Decimal.of(perHour), 1, 'half-up').toFixed(1);
}
