/** What decides how large a continuous bond must be, from a day on. */
interface BondRule {
  readonly from: string;
  /** Share of the duties, taxes and fees of a year, in percent. */
  readonly percent: bigint;
  readonly minimum: bigint;
  /** Amounts are raised to a multiple of this. */
  readonly step: bigint;
  readonly source: string;
  readonly certainty: 'verified' | 'general' | 'open';
}

const RULES: readonly BondRule[] = [
  {
    from: '1991-07-23',
    percent: 10n,
    minimum: 50_000n,
    step: 10_000n,
    source: 'CBP Directive 3510-004: ten percent of a year, at least 50,000 dollars, in multiples of 10,000',
    certainty: 'general',
  },
];

/** How a bond stands to what was owed in a year. */
export interface Sufficiency {
  /** Whole dollars that the bond must have. */
  readonly needed: string;
  /** Duties, taxes and fees of the year, US dollars and cents. */
  readonly owed: string;
  readonly sufficient: boolean;
  readonly source: string;
}

/**
 * Whether a continuous bond covers a year of duties, taxes and fees. `owedCents` is their sum; a bond without an amount is not
 * judged. Exact: no cent is lost before the amount is raised to the next step.
 */
export function sufficiencyOf(
  bond: bigint | undefined,
  owedCents: bigint,
  day: string,
): Sufficiency | undefined {
  const rule = RULES.findLast(({ from }) => from <= day);
  if (!rule || bond === undefined) return undefined;
  const share = (owedCents * rule.percent + 9_999n) / 10_000n;
  const raised = ((share + rule.step - 1n) / rule.step) * rule.step;
  const needed = raised > rule.minimum ? raised : rule.minimum;
  const cents = String(owedCents % 100n).padStart(2, '0');
  return {
    needed: String(needed),
    owed: `${owedCents / 100n}.${cents}`,
    sufficient: bond >= needed,
    source: rule.source,
  };
}
