import type { Party } from '@portolan/documents';
import { checkDuns, checkGln, checkLei, type IdentifierCheck } from '@portolan/kernel';

/** Identifiers of the Global Business Identifier test: any of the three, also several (CBP, GBI Test since February 2024). */
export const businessIdentifierSchemes = ['lei', 'duns', 'gln'] as const;

export interface BusinessIdentifier {
  readonly scheme: (typeof businessIdentifierSchemes)[number];
  readonly value: string;
}

const checks: Readonly<Record<BusinessIdentifier['scheme'], IdentifierCheck>> = {
  lei: checkLei,
  duns: checkDuns,
  gln: checkGln,
};

/** The global business identifiers of a party as an entry message carries them, well formed only; in the order LEI, DUNS, GLN. */
export function businessIdentifiers({ identifiers = [] }: Pick<Party, 'identifiers'>): BusinessIdentifier[] {
  return businessIdentifierSchemes.flatMap((scheme) =>
    identifiers
      .filter((one) => one.scheme === scheme && checks[scheme](one.value).ok)
      .map(({ value }) => ({ scheme, value })),
  );
}
