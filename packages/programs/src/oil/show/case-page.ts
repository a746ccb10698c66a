import type { CasePage, CaseTable } from '../../case-page.ts';
import type { Dossier } from '../../dossier.ts';
import { noObservations } from '../../observations.ts';
import type { DecisionTime, Reference } from '../../program.ts';
import { barrelsOf, layOut, type OilCase } from '../case.ts';
import type { OilTables } from '../facts/tables.ts';
import { page } from '../page.ts';

/** What the program derives of the oil in a case: owner and volume by day, what it is made of, and whether its status holds. */
export function casePage(dossier: Dossier, reference: Reference<OilTables>, at: DecisionTime): CasePage {
  const c = layOut(dossier, noObservations(at.decisionAt), reference, at);
  const tables = [enteredTable(c), dayTable(c), originTable(c)];
  return {
    program: 'oil',
    title: page.title,
    lead: page.lead,
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

function enteredTable({ lines }: OilCase): CaseTable {
  return {
    heading: 'Entered and measured',
    note: 'Barrels at 60 °F. Measured is what crossed of the batch for the importer in the period.',
    columns: ['Line', 'Batch', 'Entered', 'Measured', 'Degrees API', 'Number by gravity'],
    rows: lines.map(({ line, own }) => [
      String(line.number),
      line.lot ?? 'not named',
      line.quantities[0]?.value ?? '',
      barrelsOf(own).toString(),
      [...new Set(own.flatMap(({ api }) => api.reported ?? []))].join(', '),
      [...new Set(own.flatMap(({ hts }) => hts ?? []))].join(', '),
    ]),
  };
}

function dayTable({ lines }: OilCase): CaseTable {
  const own = lines
    .flatMap((line) => line.own)
    .sort((a, b) => (a.from + a.batch < b.from + b.batch ? -1 : 1));
  return {
    heading: 'Title at the meter, day by day',
    note: 'Moments in UTC. A sale that was signed after the crossing counts from the moment it names.',
    columns: ['Day', 'From', 'To', 'Batch', 'Barrels', 'By', 'Known since'],
    rows: own.map(({ basis, batch, day, from, to, volume }) => [
      day,
      from,
      to,
      batch,
      volume,
      basis.kind,
      basis.knownAt,
    ]),
  };
}

function originTable({ lines }: OilCase): CaseTable {
  const seen = new Set<string>();
  return {
    heading: 'What it is made of',
    columns: ['Batch', 'Origin and role', 'Free-trade status', 'Why'],
    rows: lines.flatMap(({ own }) =>
      own.flatMap(({ batch, freeTrade, origin }) => {
        const parts = origin.map(
          ({ country, percent, role }) => `${percent}% ${role} of ${country ?? 'unknown origin'}`,
        );
        const row = [batch, parts.join('; '), freeTrade.state, freeTrade.reason];
        const key = row.join('\u0000');
        if (seen.has(key)) return [];
        seen.add(key);
        return [row];
      }),
    ),
  };
}
