import type { DutyAnswer, WhatIfCaseView } from '@portolan/contract';
import { groupDigits } from '../../../format/numbers.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/page.tsx';
import { layerWords } from './layer-words.ts';

interface Row {
  readonly name: string;
  readonly amounts: readonly string[];
}

/** The cases beside one another: each layer, each sum, and how far each is from the question as given. */
export function SideBySide({ cases }: { cases: readonly WhatIfCaseView[] }) {
  const rows: Row[] = [
    ...layerNames(cases).map((layer) => ({
      name: layerWords(layer),
      amounts: cases.map(({ result }) => (result ? layerAmount(result, layer) : '–')),
    })),
    sums('Duty', cases, ({ totals }) => totals.duty),
    sums('Tax', cases, ({ totals }) => totals.tax),
    sums('Fees', cases, ({ totals }) => totals.fees),
    sums('Total', cases, ({ totals }) => totals.total),
    { name: 'Against the first', amounts: cases.map(({ difference }) => signed(difference?.total)) },
  ];
  return (
    <Section title="Side by side">
      <DataTable
        caption="US dollars"
        rows={rows}
        rowKey={({ name }) => name}
        empty=""
        columns={[
          { header: 'Part', cell: ({ name }) => name },
          ...cases.map(({ label }, index) => ({
            header: index === 0 ? 'As given' : label,
            numeric: true,
            cell: ({ amounts }: Row) => amounts[index] ?? '–',
          })),
        ]}
      />
      {cases.map(
        ({ label, refusals }, index) =>
          index > 0 &&
          refusals && (
            <div key={label} className="note">
              <strong>{label} is not computed:</strong>
              <ul>
                {refusals.map(({ code, message, mend }) => (
                  <li key={code}>
                    {message} {mend}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </Section>
  );
}

function sums(name: string, cases: readonly WhatIfCaseView[], of: (duty: DutyAnswer) => string): Row {
  return { name, amounts: cases.map(({ result }) => (result ? groupDigits(of(result)) : '–')) };
}

/** Layers that some case charges, in the order in which they first appear. */
function layerNames(cases: readonly WhatIfCaseView[]): string[] {
  const applied = cases.flatMap(
    ({ result }) => result?.lines[0]?.layers.filter((step) => step.applied) ?? [],
  );
  return [...new Set(applied.map(({ layer }) => layer))];
}

function layerAmount({ lines }: DutyAnswer, layer: string): string {
  const step = lines[0]?.layers.find((found) => found.layer === layer);
  return step?.applied ? groupDigits(step.amount) : 'not charged';
}

function signed(amount: string | undefined): string {
  if (amount === undefined) return '–';
  return amount.startsWith('-') || /^0\.00$/.test(amount) ? groupDigits(amount) : `+${groupDigits(amount)}`;
}
