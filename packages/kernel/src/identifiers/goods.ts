import { gs1Mod10, identifierCheck } from './checks.ts';

/** Global trade item number of 8, 12, 13 or 14 digits. */
export const checkGtin = identifierCheck({
  name: 'GTIN',
  form: '8, 12, 13 or 14 digits',
  pattern: /^(\d{8}|\d{12,14})$/,
  check: gs1Mod10,
});

/** Serial shipping container code: the licence plate of a pallet or case. */
export const checkSscc = identifierCheck({
  name: 'SSCC',
  form: '18 digits',
  pattern: /^\d{18}$/,
  check: gs1Mod10,
});
