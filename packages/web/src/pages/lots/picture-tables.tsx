import type { LotTrace, LotView } from '@portolan/contract';
import { countryName } from '@portolan/kernel';
import { DataTable } from '../../ui/data-table.tsx';
import { When } from '../../ui/when.tsx';
import { LotLink, LotLinks } from './lot-link.tsx';
import { lanesOf, type Stop } from './picture-data.ts';
import { amountWords, kindWords } from './words.ts';

/** Steps away in words: `3 steps before`, `itself`, `1 step after`. */
function generationWords(generation: number): string {
  if (generation === 0) return 'itself';
  const steps = Math.abs(generation);
  return `${steps} ${steps === 1 ? 'step' : 'steps'} ${generation < 0 ? 'before' : 'after'}`;
}

export function FamilyTable({ trace }: { trace: LotTrace }) {
  const rows = trace.lots.toSorted((a, b) => a.generation - b.generation || (a.lot < b.lot ? -1 : 1));
  return (
    <DataTable
      caption="The family, oldest first"
      rows={rows}
      rowKey={({ lot }) => lot}
      empty={<p>No lot.</p>}
      columns={[
        { header: 'Lot', cell: ({ lot }) => <LotLink lot={lot} /> },
        { header: 'Where it stands', cell: ({ generation }) => generationWords(generation) },
        { header: 'Commodity', cell: ({ commodity }) => commodity },
        {
          header: 'Made',
          numeric: true,
          cell: ({ produced, unit, base }) => amountWords(produced, unit, base),
        },
        { header: 'Left', numeric: true, cell: ({ left, unit, base }) => amountWords(left, unit, base) },
        { header: 'Since', cell: ({ made }) => <When at={made} /> },
      ]}
    />
  );
}

export function FlowTable({ trace }: { trace: LotTrace }) {
  const steps = new Map(trace.steps.map((step) => [step.event, step]));
  const rows = trace.links.map((link, index) => ({ ...link, number: index, step: steps.get(link.event) }));
  return (
    <DataTable
      caption="How much went where"
      rows={rows}
      rowKey={({ number }) => `${number}`}
      empty={<p>Nothing went from one lot into another.</p>}
      columns={[
        { header: 'From', cell: ({ from }) => <LotLink lot={from} /> },
        { header: 'Into', cell: ({ to }) => (to === undefined ? 'Lost' : <LotLink lot={to} />) },
        { header: 'How much', numeric: true, cell: ({ amount, unit }) => amountWords(amount, unit) },
        { header: 'What was done', cell: ({ step }) => (step ? kindWords(step.kind) : '') },
        { header: 'By', cell: ({ step }) => step?.by.name ?? '' },
        { header: 'When', cell: ({ step }) => step && <When at={step.at} /> },
      ]}
    />
  );
}

export function JourneyTable({ stops }: { stops: readonly Stop[] }) {
  const rows = stops.flatMap((stop, index) =>
    stop.steps.map((step, at) => ({ ...step, stop, number: index + 1, key: `${index} ${at}` })),
  );
  return (
    <DataTable
      caption="Places on the way"
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p>No place.</p>}
      columns={[
        { header: 'No.', cell: ({ number }) => number },
        { header: 'Place', cell: ({ stop }) => stop.name },
        {
          header: 'Country',
          cell: ({ stop: { country } }) =>
            country === undefined ? 'not told' : (countryName(country) ?? country),
        },
        { header: 'What was done', cell: ({ kind }) => kindWords(kind) },
        { header: 'Lots', cell: ({ lots }) => <LotLinks lots={lots} /> },
        { header: 'When', cell: ({ at }) => <When at={at} /> },
      ]}
    />
  );
}

export function TimeTable({ trace, lot }: { trace: LotTrace; lot: LotView }) {
  const rows = lanesOf(trace, lot)
    .flatMap(({ id, marks }) => marks.map((mark, index) => ({ ...mark, lot: id, key: `${id} ${index}` })))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return (
    <DataTable
      caption="What happened, in the order of time"
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p>Nothing.</p>}
      columns={[
        { header: 'When', cell: ({ at }) => <When at={at} /> },
        { header: 'What', cell: ({ words }) => words },
        { header: 'Lot', cell: (row) => <LotLink lot={row.lot} /> },
      ]}
    />
  );
}
