import type { CasePage, CaseTable } from '../../case-page.ts';
import type { Dossier } from '../../dossier.ts';
import type { DecisionTime, Reference } from '../../program.ts';
import { layOut } from '../case.ts';
import type { OrderFacts } from '../facts/tables.ts';
import { page } from '../page.ts';
import { advanceTables, clocksTable } from './advance.ts';
import { ordersTable, papersTable } from './orders.ts';
import { planTable } from './plan.ts';

/** What the program derives of an order and its shipment; tables with nothing to show are left out. */
export function casePage(dossier: Dossier, reference: Reference<OrderFacts>, at: DecisionTime): CasePage {
  const c = layOut(dossier, reference, at);
  const tables: CaseTable[] = [
    ordersTable(c),
    papersTable(c),
    planTable(c),
    ...advanceTables(c),
    clocksTable(c),
  ];
  return {
    program: 'order-to-entry',
    title: page.title,
    lead: page.lead,
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}
