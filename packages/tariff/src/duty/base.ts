import { type Decimal, ok, type Result } from '@portolan/kernel';
import type { Treatment } from '../chapter98/treatment.ts';
import type { Edition } from '../edition/edition.ts';
import { formatHtsNumber } from '../edition/hts-number.ts';
import type { Rate } from '../rate/rate.ts';
import type { TariffReference } from '../reference/reference.ts';
import { charge } from './charge.ts';
import { type ColumnChoice, chooseColumn } from './column.ts';
import type { Goods } from './goods.ts';
import { dollarsOfCents, roundToCents, shareOf, shareOfCents } from './money.ts';
import type { TraceStep } from './trace.ts';

/** The duty of the goods' own tariff number. */
export interface BaseDuty {
  readonly choice: ColumnChoice;
  readonly cents: bigint;
  readonly step: TraceStep;
}

/**
 * Base duty under the column that applies, on the value that chapter 98 leaves dutiable. Where a claimed special rate
 * would cost more than the general rate, the general rate stands: a preference is never an obligation.
 */
export function baseDuty(
  goods: Goods,
  edition: Edition,
  reference: TariffReference,
  date: string,
  treatment?: Treatment,
): Result<BaseDuty> {
  const choice = chooseColumn(goods, reference, edition, date);
  if (!choice.ok) return choice;
  const charged = chargeUnder(goods, choice.value, edition, treatment);
  if (!charged.ok || choice.value.column !== 'special' || charged.value.cents === 0n) return charged;
  const { general, texts } = goods.line;
  const why = `the general rate is lower than the special rate claimed (${choice.value.text})`;
  const plain: ColumnChoice = { ...choice.value, column: 'general', rate: general, text: texts.general, why };
  const without = chargeUnder(goods, plain, edition, treatment);
  return without.ok && without.value.cents < charged.value.cents ? without : charged;
}

interface ChargedCents {
  readonly cents: bigint;
  readonly basis: string;
}

function chargeUnder(
  goods: Goods,
  choice: ColumnChoice,
  edition: Edition,
  treatment: Treatment | undefined,
): Result<BaseDuty> {
  const { rate, text, why, cite } = choice;
  const charged =
    treatment === undefined ? chargeFull(rate, text, goods) : chargePart(choice, goods, edition, treatment);
  if (!charged.ok) return charged;
  const { cents, basis } = charged.value;
  const own = `HTS ${formatHtsNumber(goods.line.hts)}; ${cite}`;
  const step: TraceStep = {
    layer: 'base',
    applied: true,
    basis,
    rate: text,
    amount: dollarsOfCents(cents),
    why: treatment === undefined ? why : `${why}; ${treatment.provision.name}`,
    cite: treatment === undefined ? own : `${own}; ${treatment.provision.cite}`,
    edition: edition.id,
    ...(treatment === undefined ? {} : { heading: formatHtsNumber(treatment.number) }),
  };
  return ok({ choice, cents, step });
}

/** A percentage of the whole value, as most rates are, needs no more than integers. */
function chargeFull(rate: Rate, text: string, goods: Goods): Result<ChargedCents> {
  if (rate.kind === 'ad-valorem' && rate.of === undefined) {
    const cents = shareOfCents(goods.cents, shareOf(rate.percent));
    return ok({ cents, basis: `${goods.input.enteredValue} USD entered value` });
  }
  const charged = charge(rate, text, goods);
  if (!charged.ok) return charged;
  return ok({ cents: roundToCents(charged.value.amount), basis: charged.value.basis });
}

/**
 * Under chapter 98 the rate falls on a part of the value; a specific rate is cut in the same proportion (19 CFR 10.18,
 * U.S. notes 3 and 4 to subchapter II). A program that the chapter 98 number itself names frees that part too.
 */
function chargePart(
  { rate, text, program }: ColumnChoice,
  goods: Goods,
  edition: Edition,
  { provision, number, dutiable }: Treatment,
): Result<ChargedCents> {
  const basis = `${dollarsOfCents(dutiable)} USD of ${goods.value} USD entered value, ${provision.name}`;
  if (dutiable === 0n || isFreed(program?.spi, number, edition)) return ok({ cents: 0n, basis });
  const charged = charge(rate, text, goods);
  if (!charged.ok) return charged;
  return ok({ cents: proportion(charged.value.amount, dutiable, goods.cents), basis });
}

function isFreed(spi: string | undefined, number: string, edition: Edition): boolean {
  if (spi === undefined) return false;
  const line = edition.line(number) ?? edition.line(number.slice(0, 8));
  return line?.special.some(({ programs, rate }) => programs.includes(spi) && rate.kind === 'free') ?? false;
}

/** Digits of the amount that the division keeps: a tenth of a billionth of a cent. */
const FINE = 10;

function proportion(amount: Decimal, part: bigint, whole: bigint): bigint {
  const fine = BigInt(
    amount
      .round(FINE + 2, 'half-up')
      .toFixed(FINE + 2)
      .replace('.', ''),
  );
  const scale = 10n ** BigInt(FINE);
  return (2n * fine * part + whole * scale) / (2n * whole * scale);
}
