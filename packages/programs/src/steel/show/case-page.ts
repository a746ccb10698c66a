import type { CasePage, CaseTable } from '../../case-page.ts';
import type { Dossier } from '../../dossier.ts';
import { noObservations } from '../../observations.ts';
import type { DecisionTime, Reference } from '../../program.ts';
import { layOut } from '../case.ts';
import type { SteelTables } from '../facts/tables.ts';
import { page } from '../page.ts';
import { classificationTable } from './classification.ts';
import { heatTable } from './heats.ts';
import { layersTable } from './layers.ts';
import { licenceTable } from './licences.ts';
import { declarationTable, meltTable } from './melt.ts';

const tables = [meltTable, declarationTable, classificationTable, licenceTable, layersTable, heatTable];

/** What the program derives of the metal in a case: a table each, only those that have something to show. */
export function casePage(dossier: Dossier, reference: Reference<SteelTables>, at: DecisionTime): CasePage {
  const c = layOut(dossier, noObservations(at.decisionAt), reference, at);
  const shown = tables.map((table): CaseTable => table(c));
  return {
    program: 'steel',
    title: page.title,
    lead: page.lead,
    tables: shown.filter(({ rows }) => rows.length > 0),
  };
}
