import { below, ok, type Result, refused } from '@portolan/kernel';
import type { OriginInput } from './input.ts';
import { determineMarking } from './marking/determine.ts';
import { determineMelt } from './melt/determine.ts';
import { determinePreference, type OriginReference } from './preference/determine.ts';
import type { OriginWorksheet } from './result.ts';
import { listTransformation } from './transformation/list.ts';

/**
 * Origin in its four kinds, apart: preference under an agreement, marking (19 CFR part 102), substantial transformation
 * (section 301, antidumping and countervailing duty), and melt, pour, smelt and cast. Each asks its own facts and none
 * answers another. Refusals of all kinds that were asked come together, each below its kind.
 */
export function originWorksheet(input: OriginInput, reference: OriginReference): Result<OriginWorksheet> {
  const { preference, marking, transformation, melt } = input;
  const asked = {
    ...(preference ? { preference: below('/preference', determinePreference(preference, reference)) } : {}),
    ...(marking ? { marking: below('/marking', determineMarking(marking, reference)) } : {}),
    ...(transformation
      ? { transformation: below('/transformation', listTransformation(transformation, reference)) }
      : {}),
    ...(melt ? { melt: below('/melt', determineMelt(melt, reference)) } : {}),
  };
  const refusals = Object.values(asked).flatMap((result) => (result.ok ? [] : result.refusals));
  if (refusals.length > 0) return refused(refusals);
  const values = Object.entries(asked).flatMap(([kind, result]) => (result.ok ? [[kind, result.value]] : []));
  return ok({
    ...(Object.fromEntries(values) as Omit<OriginWorksheet, 'reference'>),
    reference: reference.digest,
  });
}
