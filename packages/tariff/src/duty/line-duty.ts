import { ok, type Result, refused } from '@portolan/kernel';
import { depositsOf } from '../case/deposit.ts';
import { type Treatment, treatmentOf } from '../chapter98/treatment.ts';
import { taxLine } from '../excise/tax-line.ts';
import type { FeePayer } from '../fee/payer.ts';
import type { LayerOutcome } from '../layer/apply.ts';
import { applyLayers } from '../layer/apply-all.ts';
import { claimedRefusals } from '../layer/claimed.ts';
import type { LayersInForce } from '../layer/in-force.ts';
import { namedOn } from '../layer/named.ts';
import { licensed } from '../prohibition/prohibition.ts';
import type { TariffReference } from '../reference/reference.ts';
import { type BaseDuty, baseDuty } from './base.ts';
import type { EntryFacts } from './check-entry.ts';
import type { Goods } from './goods.ts';
import { dollarsOfCents } from './money.ts';
import type { CaseDeposit, LineDuty, NotComputed } from './result.ts';
import type { FeeAmount } from './trace.ts';

/** Duty of one line without its fees, and what the fees need to know of it. */
export interface LineOutcome {
  readonly line: Omit<LineDuty, 'fees'>;
  /** Duty in cents. */
  readonly cents: bigint;
  readonly notComputed: readonly NotComputed[];
  readonly payer: FeePayer;
}

/**
 * The layers of one line in order: base rate, additional duties each seeing those before it, then deposits and taxes,
 * then the measures that may apply and are only named. Each tariff number's duty is rounded to the cent on its own.
 */
export function lineDuty(
  goods: Goods,
  entry: EntryFacts,
  inForce: LayersInForce,
  reference: TariffReference,
): Result<LineOutcome> {
  const { edition, date } = entry;
  const treated = treatmentOf(goods, reference.chapter98, date);
  if (!treated.ok) return treated;
  const treatment = treated.value;
  const base = baseDuty(goods, edition, reference, date, treatment);
  if (!base.ok) return base;
  const fitting = inForce.fitting(goods.line, goods.input.originCountry);
  const facts = factsOf(base.value);
  const outcomes = applyLayers(goods, facts, inForce, fitting, treatment, entry.explain);
  if (goods.headings.length > 0) {
    const refusals = claimedRefusals(goods, outcomes, reference, edition, date);
    if (refusals.length > 0) return refused(refusals);
  }
  const deposits = depositsOf(goods, reference.cases, entry.caseMoment);
  if (!deposits.ok) return deposits;
  const tax = taxLine(goods, reference.excise, date);
  if (!tax.ok) return tax;
  const extras = { deposits: deposits.value, taxes: tax.value.taxes };
  return ok({
    ...amounts(goods, base.value, outcomes, treatment, extras),
    notComputed: [
      ...outcomes.flatMap(({ open }) => open ?? []),
      ...tax.value.notComputed,
      ...licensed(goods.input, reference.prohibitions, date),
      ...namedOn(goods.input.number, fitting.named, settledBy(goods, deposits.value)),
    ],
    payer: payerOf(goods, base.value, treatment),
  });
}

interface Extras {
  readonly deposits: readonly CaseDeposit[];
  readonly taxes: readonly FeeAmount[];
}

function amounts(
  goods: Goods,
  { choice, cents: base, step }: BaseDuty,
  outcomes: readonly LayerOutcome[],
  treatment: Treatment | undefined,
  { deposits, taxes }: Extras,
): Pick<LineOutcome, 'line' | 'cents'> {
  const cents = outcomes.reduce((sum, outcome) => sum + outcome.cents, base);
  const reported = outcomes.flatMap(({ step: { heading } }) =>
    heading === undefined ? [] : digitsOf(heading),
  );
  const { number } = goods.input;
  return {
    cents,
    line: {
      number,
      hts: goods.line.hts,
      rateText: choice.text,
      column: choice.column,
      duty: dollarsOfCents(cents),
      layers: [step, ...outcomes.map((outcome) => outcome.step)],
      headings: [...(treatment === undefined ? [] : [treatment.number]), ...reported, goods.line.hts],
      ...(deposits.length === 0 ? {} : { deposits: [...deposits] }),
      ...(taxes.length === 0 ? {} : { taxes: [...taxes] }),
    },
  };
}

function digitsOf(heading: string): string {
  return heading.replaceAll('.', '');
}

function factsOf({ choice, cents }: BaseDuty) {
  const { column, program } = choice;
  return { cents, column, ...(program === undefined ? {} : { program: program.spi }) };
}

/** A deposit settles its own kind; a ground for being outside all cases settles both. */
function settledBy({ input }: Goods, deposits: readonly CaseDeposit[]): readonly string[] {
  if (input.outsideCases !== undefined) return BOTH_KINDS;
  return deposits.length === 0 ? NOTHING : deposits.map(({ kind }) => kind);
}
const BOTH_KINDS = ['antidumping', 'countervailing'];
const NOTHING: readonly string[] = [];

function payerOf(
  { input, line, cents, headings }: Goods,
  { choice }: BaseDuty,
  treatment: Treatment | undefined,
): FeePayer {
  return {
    number: input.number,
    hts: line.hts,
    cents,
    headings,
    ...(choice.program === undefined ? {} : { program: choice.program }),
    ...(input.feeExempt === undefined ? {} : { feeExempt: input.feeExempt }),
    ...(treatment === undefined ? {} : { treatment }),
  };
}
