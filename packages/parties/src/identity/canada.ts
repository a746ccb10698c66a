/**
 * Codes of Canadian provinces and territories that stand for the country in a manufacturer identification code: never CA.
 * Source: 19 CFR part 102, appendix; certainty: published.
 */
export const canadianCodes: Readonly<Record<string, string>> = {
  ...{ AB: 'XA', BC: 'XC', MB: 'XM', NB: 'XB', NL: 'XW', NT: 'XT', NS: 'XN' },
  ...{ NU: 'XV', ON: 'XO', PE: 'XP', QC: 'XQ', SK: 'XS', YT: 'XY' },
};
