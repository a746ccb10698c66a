import type { PipelineBoard } from '../pipeline/board.ts';
import { pipelineKeys } from '../pipeline/keys.ts';
import { commodityNamed, type OilTables, oilTables } from './facts/tables.ts';
import { lineMonth } from './month/compute.ts';
import { profileOf } from './month/profile.ts';

/** What the program makes of the papers of a line that carries one of its liquids. */
export const pipeline: PipelineBoard<OilTables> = {
  reads: [
    'PipelineProfile',
    'LiquidProduction',
    'LiquidBlend',
    'MeasurementTicket',
    'TitleTransfer',
    'CustodyTransfer',
    'PipelineNomination',
    'PipelineStock',
    'PipelineAllocation',
    'InBondMovement',
    'DeliveryStatement',
    'PipelineManifest',
  ],
  carries: (commodity) => commodityNamed(oilTables, commodity) !== undefined,
  keysOf: pipelineKeys,
  // A stock at a terminal is turned over several times a year; what is older than one has been drawn.
  monthsBack: 12,
  month({ line, month, papers: signed, entered: filed, at, reader }, { agreements: tables, tariff }) {
    const profile = profileOf(signed, line, month);
    const partial = reader !== undefined && reader !== profile?.operator.did;
    return profile && lineMonth({ profile, month, signed, filed, tables, tariff, at, partial });
  },
};
