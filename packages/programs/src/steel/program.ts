import type { Program } from '../program.ts';
import { appliesTo } from './applies-to.ts';
import { steelCatalogue } from './catalogue.ts';
import { type SteelTables, steelReference } from './facts/tables.ts';
import { page } from './page.ts';
import { ruleVersions } from './rule-versions.ts';
import { casePage } from './show/case-page.ts';
import { playedStories } from './stories/folders.ts';
import { tracing } from './trace/tracing.ts';
import { trial } from './trial.ts';

/** Steel from the furnace to the entry; aluminum and copper by configuration. Its stories with all their papers are `steelStories`. */
export const steel: Program<SteelTables> = {
  id: 'steel',
  title: 'Steel, aluminum and copper',
  summary:
    'Mill test reports signed at production, heats that are sold once, melt and pour apart from origin.',
  reads: [
    'PurchaseOrder',
    'CommercialInvoice',
    'PackingList',
    'BillOfLading',
    'Heat',
    'MillTestReport',
    'ProcessingRecord',
    'SteelImportLicense',
  ],
  catalogue: steelCatalogue,
  ruleVersions,
  reference: steelReference,
  page,
  appliesTo,
  casePage,
  requestTemplates: [],
  tracing,
  trial,
  stories: playedStories,
};
