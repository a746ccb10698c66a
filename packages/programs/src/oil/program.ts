import type { Program } from '../program.ts';
import { appliesTo } from './applies-to.ts';
import { oilCatalogue } from './catalogue.ts';
import { type OilTables, oilReference } from './facts/tables.ts';
import { page } from './page.ts';
import { pipeline } from './pipeline.ts';
import { ruleVersions } from './rule-versions.ts';
import { casePage } from './show/case-page.ts';
import { oilStories } from './stories/folders.ts';
import { tracing } from './stream/tracing.ts';
import { trial } from './trial.ts';

/** Oil and other liquids by pipeline, from the well to the entry. */
export const oil: Program<OilTables> = {
  id: 'oil',
  title: 'Oil by pipeline',
  summary:
    'What crosses, whose it is at the meter, and whether its free-trade status holds, however often it was sold.',
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
  catalogue: oilCatalogue,
  ruleVersions,
  reference: oilReference,
  page,
  appliesTo,
  casePage,
  requestTemplates: [],
  tracing,
  pipeline,
  trial,
  stories: oilStories,
};
