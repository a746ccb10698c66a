import type { ProductForm } from '@portolan/documents';
import type { Sourced } from '@portolan/filing';
import type { CarbonEquivalentFormula } from '../../chemistry/carbon-equivalent.ts';

/** Nominal thickness in millimetres: above `over`, up to and with `upTo`. */
export interface ThicknessBand {
  readonly over?: string;
  readonly upTo?: string;
}

/** Limits keep their last digit: a result is rounded to it before it is compared (ASTM E29, rounding method). */
export interface Bounds {
  readonly min?: string;
  readonly max?: string;
}

export interface ElementLimit extends Bounds {
  readonly element: string;
  readonly thickness?: ThicknessBand;
}

/** The same requirement in both systems of units, as the standard prints it; compared in the unit of the report. */
export interface StrengthLimit {
  readonly what: 'yield' | 'tensile';
  readonly mpa: Bounds;
  readonly ksi?: Bounds;
  readonly thickness?: ThicknessBand;
}

export interface CarbonEquivalentLimit {
  /** The International Institute of Welding's unless the standard has its own. */
  readonly formula?: CarbonEquivalentFormula;
  readonly max: string;
  readonly thickness?: ThicknessBand;
  /** Groups of ASTM A6 that it is for; of a shape whose group is not known its thickness decides. */
  readonly groups?: readonly number[];
}

/** Energy that a test piece has to take, as the mean of three; one of them may be as low as a share of it. */
export interface ImpactLimit {
  readonly celsius: string;
  readonly joules: string;
  /** Lowest single value, as a share of the mean that is asked for. */
  readonly single: string;
  /** Tested only where the order asks for it. */
  readonly whenOrdered?: boolean;
}

/** Angle to which a test piece is bent without a crack. */
export interface BendLimit {
  readonly degrees: string;
}

/** One grade in one range of editions of its standard. Limits are those of the heat analysis. */
export interface GradeRow extends Sourced {
  /** Names under which certificates cite the standard. */
  readonly standard: readonly string[];
  readonly grade: readonly string[];
  /** Years of the first and last edition with these limits. */
  readonly editions: { readonly from: number; readonly until?: number };
  readonly forms?: readonly ProductForm[];
  readonly shapes?: readonly string[];
  readonly chemistry: readonly ElementLimit[];
  readonly strength: readonly StrengthLimit[];
  /** Yield strength may be at most this share of tensile strength. */
  readonly ratio?: string;
  readonly carbonEquivalent?: readonly CarbonEquivalentLimit[];
  readonly impact?: ImpactLimit;
  readonly bend?: BendLimit;
}

/** `C <0.23 Mn 0.50-1.60`: an element, then at most, at least or both. */
export function chemistryOf(text: string, thickness?: ThicknessBand): ElementLimit[] {
  return [...text.matchAll(/([A-Z][a-z]?) (<|>)?([\d.]+)(?:-([\d.]+))?/g)].map(
    ([, element = '', sign, first = '', last]) => ({
      element,
      ...(sign === '<' ? { max: first } : { min: first }),
      ...(last === undefined ? {} : { max: last }),
      ...(thickness ? { thickness } : {}),
    }),
  );
}

/** An ASTM designation under the names that certificates give it. */
export function astm(designation: string): string[] {
  const dual = `${designation}/${designation}M`;
  return [designation, dual, `ASTM ${designation}`, `ASTM ${dual}`];
}

/** Least (and most) yield and tensile strength, in MPa and ksi. */
export function strengthOf(
  mpa: { readonly yield: Bounds; readonly tensile: Bounds },
  ksi?: { readonly yield: Bounds; readonly tensile: Bounds },
  thickness?: ThicknessBand,
): StrengthLimit[] {
  return (['yield', 'tensile'] as const).map((what) => ({
    what,
    mpa: mpa[what],
    ...(ksi ? { ksi: ksi[what] } : {}),
    ...(thickness ? { thickness } : {}),
  }));
}
