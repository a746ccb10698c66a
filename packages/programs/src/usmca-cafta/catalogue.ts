import { defineCatalogue } from '@portolan/kernel';
import { certificateCodes } from './catalogue/certificate.ts';
import { claimCodes } from './catalogue/claim.ts';
import { dossierCodes } from './catalogue/dossier.ts';
import { originCodes } from './catalogue/origin.ts';
import { productionCodes } from './catalogue/production.ts';

/** Every code that the rules of USMCA and CAFTA-DR can give, with whose fault it is, the mend and the citation. */
export const usmcaCatalogue = defineCatalogue('usmca', {
  ...dossierCodes,
  ...claimCodes,
  ...certificateCodes,
  ...originCodes,
  ...productionCodes,
});
export type UsmcaCode = Extract<keyof typeof usmcaCatalogue.entries, string>;
