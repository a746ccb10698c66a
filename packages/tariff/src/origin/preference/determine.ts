import { ok, type Result, refused, sumDecimals } from '@portolan/kernel';
import type { TariffReference } from '../../reference/reference.ts';
import type { PreferenceInput } from '../input.ts';
import type { PreferenceResult } from '../result.ts';
import { checkPreference } from './check.ts';
import { conclude } from './conclude.ts';
import { countsInValue, type Material, type PreferenceFacts } from './facts.ts';
import { type Decide, readMaterials } from './materials.ts';
import { Figures } from './read-figures.ts';

/** What origin worksheets read: agreements, product rules, renumberings, rulings. */
export type OriginReference = Pick<TariffReference, 'origin' | 'digest'>;

/**
 * Whether a good originates under USMCA or CAFTA-DR, by which criterion, and why: every material with its number, value
 * and where a test passed or failed; change in tariff classification with exceptions, regional value content,
 * tolerance, accumulation, commingled stocks, diluent, sets, transit. A rule that is not at hand is said and leaves the
 * outcome undetermined.
 *
 * Pure. Refuses unknown agreements and countries, materials without classification, mixed currencies and units,
 * negative amounts, contradictions, and materials worth more than the good.
 */
export function determinePreference(
  input: PreferenceInput,
  reference: OriginReference,
): Result<PreferenceResult> {
  const figures = new Figures();
  const checked = checkPreference(input, reference.origin, figures);
  if (!checked.ok) return checked;
  const facts = checked.value;
  // A material made in the region is judged by the same rules; its refusals are told at its own place.
  const decide: Decide = (question, path) => {
    const inner = determinePreference(question, reference);
    if (inner.ok) return inner.value;
    figures.refusals.push(
      ...inner.refusals.map((refusal) => ({ ...refusal, path: path + placeOf(refusal.path) })),
    );
    return undefined;
  };
  const materials = readMaterials(input.materials, facts, figures, decide);
  checkSum(materials, facts, figures);
  if (figures.refusals.length > 0) return refused(figures.refusals);
  return ok(conclude(materials, facts, reference.digest));
}

/** The inner good is the material itself; its materials are `madeOf`. */
function placeOf(path: string): string {
  if (path.startsWith('/materials')) return path.replace('/materials', '/madeOf');
  return path.replace(/^\/good/, '');
}

/** Materials can not be worth more than what they were made into, for the same quantity. */
function checkSum(
  materials: readonly Material[],
  { value, netCost, currency }: PreferenceFacts,
  figures: Figures,
): void {
  const base = value ?? netCost;
  const sum = sumDecimals(materials.filter(countsInValue).flatMap((material) => material.value ?? []));
  if (!base || sum.lte(base)) return;
  figures.refuse('TARIFF_MATERIALS_EXCEED_VALUE', '/materials', {
    materials: `${sum} ${currency}`,
    what: value ? 'value of the good' : 'net cost',
    base: `${base} ${currency}`,
  });
}
