import { expectOk, type Refusal, type Result } from '@portolan/kernel';
import { atBase } from './density.ts';
import { type LiquidTables, liquidTables, type Standard } from './facts/tables.ts';
import type { LiquidContext } from './liquid.ts';
import { type MeasuredVolume, measureTicket, type TicketReading } from './ticket.ts';

export const day = '2026-11-01';

/** What tests measure with, unless they say otherwise. */
export function contextOf(commodity: string, tables: LiquidTables = liquidTables): LiquidContext {
  return { commodity, tables, day };
}

/** A hundred thousand barrels of 30 degrees API at 100 °F. */
export const sampleReading: TicketReading = {
  commodity: 'crude-oil',
  indicated: { value: '100000', unit: 'BLL' },
  temperature: { value: '100', unit: 'FAH' },
  density: atBase('api-gravity', '30', '60F'),
  base: '60F',
};

export function measured(
  changes: Partial<TicketReading>,
  tables: LiquidTables = liquidTables,
): MeasuredVolume {
  return expectOk(measureTicket({ ...sampleReading, ...changes }, tables, day));
}

export function refusedFor(changes: Partial<TicketReading>, tables: LiquidTables = liquidTables): string {
  return codeOf(measureTicket({ ...sampleReading, ...changes }, tables, day));
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusals.map(({ code, path }: Refusal) => `${code} ${path}`).join(', ');
}

/** The tables with crude oil by another standard. */
export function crudeBy(standard: Standard): LiquidTables {
  const liquids = liquidTables.liquids.map((row) =>
    row.commodity === 'crude-oil' ? { ...row, standard } : row,
  );
  return { ...liquidTables, liquids };
}
