import { defineCatalogue } from '@portolan/kernel';
import { certificateCodes } from './catalogue/certificate.ts';
import { entryCodes } from './catalogue/entry.ts';
import { metalCodes } from './catalogue/metal.ts';

/** Every code that the rules of the steel program and its readers can give. */
export const steelCatalogue = defineCatalogue('steel', { ...certificateCodes, ...metalCodes, ...entryCodes });
export type SteelCode = Extract<keyof typeof steelCatalogue.entries, string>;
