import type { CatalogueEntry } from '@portolan/kernel';
import { measurementCodes } from './catalogue/measurement.ts';
import { movementCodes } from './catalogue/movement.ts';
import { ownershipCodes } from './catalogue/ownership.ts';

/** What is found in the papers of a line and of its month at the border. */
export const monthCodes = {
  ...measurementCodes,
  ...movementCodes,
  ...ownershipCodes,
} as const satisfies Record<string, CatalogueEntry>;
export type MonthCode = keyof typeof monthCodes;
