import type { TariffReference } from '@portolan/tariff';

/** The kinds of cases that a tariff number is flagged for in the list at hand: antidumping, countervailing duty. */
export function caseKinds({ flags }: TariffReference, hts: string): string[] {
  const found = flags.of(hts);
  return [
    ...(found?.antidumping ? ['antidumping'] : []),
    ...(found?.countervailing ? ['countervailing duty'] : []),
  ];
}
