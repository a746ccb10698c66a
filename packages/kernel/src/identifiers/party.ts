import { gs1Mod10, identifierCheck, iso7064Mod97 } from './checks.ts';

/** Legal entity identifier (ISO 17442). */
export const checkLei = identifierCheck({
  name: 'LEI',
  form: '18 letters or digits and 2 check digits',
  pattern: /^[0-9A-Z]{18}\d{2}$/,
  check: iso7064Mod97,
});

/** Global location number of GS1. */
export const checkGln = identifierCheck({
  name: 'GLN',
  form: '13 digits',
  pattern: /^\d{13}$/,
  check: gs1Mod10,
});

/** D-U-N-S number: nine digits, no published check digit. */
export const checkDuns = identifierCheck({ name: 'D-U-N-S number', form: '9 digits', pattern: /^\d{9}$/ });

/**
 * Importer number on CBP Form 5106 (19 CFR 24.5): an IRS number with suffix (12-3456789AB or 12-345678900), a social
 * security number, or a number that CBP assigned (YYDDPP-NNNNN).
 */
export const checkImporterNumber = identifierCheck({
  name: 'importer number',
  form: '12-3456789AB, 123-45-6789 or 262704-00123',
  pattern: /^(\d{2}-\d{7}[0-9A-Z]{2}|\d{3}-\d{2}-\d{4}|\d{6}-\d{5})$/,
});

/** Standard carrier alpha code: two to four letters. */
export const checkScac = identifierCheck({ name: 'SCAC', form: '2 to 4 letters', pattern: /^[A-Z]{2,4}$/ });

/** Manufacturer identification code (19 CFR part 102, appendix): country, name, number of the address, city. */
export const checkMid = identifierCheck({
  name: 'MID',
  form: 'country, name, street number and city, at most 15 letters and digits, such as MXSAMVAL1200NOG',
  pattern: /^[A-Z]{2}(?=.{4,13}$)[A-Z0-9]{2,6}\d{0,4}[A-Z]{2,3}$/,
});
