import { businessLegitimacy } from './business-legitimacy/program.ts';
import { oil } from './oil/program.ts';
import { orderToEntry } from './order-to-entry/program.ts';
import { steel } from './steel/program.ts';
import { usmcaCafta } from './usmca-cafta/program.ts';

/** Every program of this node; a further one adds its folder and its row. */
export const programs = [usmcaCafta, businessLegitimacy, orderToEntry, steel, oil] as const;
