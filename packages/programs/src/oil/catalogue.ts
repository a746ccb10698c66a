import { defineCatalogue } from '@portolan/kernel';
import { entryCodes } from './catalogue/entry.ts';
import { monthCodes } from './month/catalogue.ts';

/** Every code that the rules of the oil program can give. */
export const oilCatalogue = defineCatalogue('oil', { ...entryCodes, ...monthCodes });
export type OilCode = Extract<keyof typeof oilCatalogue.entries, string>;
