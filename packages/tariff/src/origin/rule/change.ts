import { inRange, inRanges } from './range.ts';
import type { ChangeLevel, ProductOriginRule, TariffChange } from './rule.ts';

const DIGITS: Readonly<Record<ChangeLevel, number>> = { chapter: 2, heading: 4, subheading: 6 };

/** Whether a material of one number that goes into a good of another undergoes the change that a rule asks for. */
export function undergoes(
  { level, outsideGroup, alsoFrom = [], except = [] }: TariffChange,
  { first, last }: Pick<ProductOriginRule, 'first' | 'last'>,
  goodHs: string,
  materialHs: string,
): boolean {
  if (inRanges(alsoFrom, materialHs)) return true;
  if (level === undefined) return false;
  const digits = DIGITS[level];
  if (materialHs.slice(0, digits) === goodHs.slice(0, digits)) return false;
  if (outsideGroup && inRange(`${first}-${last}`, materialHs)) return false;
  return !inRanges(except, materialHs);
}
