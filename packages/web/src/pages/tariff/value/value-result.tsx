import type { ValueWorksheet } from '@portolan/contract';
import { formatDate } from '../../../format/dates.ts';
import { formatMoney, groupDigits } from '../../../format/numbers.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Definitions } from '../../../ui/definitions.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';

type Line = ValueWorksheet['lines'][number];
type Money = ValueWorksheet['totals']['price'];

const words = ({ amount, currency }: Money) => formatMoney(amount, currency);

/** The worksheet: totals, rate of exchange, each line from its price to whole dollars, what to mind. */
export function ValueResult({ worksheet }: { worksheet: ValueWorksheet }) {
  const { totals, exchange, incoterm } = worksheet;
  return (
    <Section title="Worksheet">
      <div role="status">
        <Definitions
          items={[
            ['Entered value', `${groupDigits(totals.enteredValue)} USD`],
            ['Charges, apart', `${groupDigits(totals.charges)} USD`],
            ['Price', words(totals.price)],
            ['Additions', words(totals.additions)],
            ['Deductions', words(totals.deductions)],
            ['Value', words(totals.value)],
            ['Method', `transaction value (${worksheet.cite})`],
            incoterm
              ? ['Delivery term', `${incoterm.code} ${incoterm.place ?? ''}: ${incoterm.covers}`]
              : undefined,
          ]}
        />
      </div>
      <p>
        {exchange.kind === 'none' ? 'No conversion: ' : `1 ${exchange.currency} = ${exchange.rate} USD: `}
        {exchange.why} <span className="muted small">{exchange.cite}</span>{' '}
        <span className="muted small">
          {exchange.source} ({exchange.certainty})
        </span>
      </p>
      {worksheet.notes.map((note) => (
        <Notice key={`${note.note}${note.path}`} tone="wait">
          {note.text} <span className="muted small">{note.cite}</span>
        </Notice>
      ))}
      {worksheet.lines.map((line) => (
        <LineSteps key={line.number} line={line} />
      ))}
      <p className="small muted">
        Exported {formatDate(worksheet.exportDate)}; reference{' '}
        <code className="break">{worksheet.reference}</code>.
      </p>
    </Section>
  );
}

function LineSteps({ line }: { line: Line }) {
  const rows = line.steps.map((step, index) => ({ ...step, key: String(index) }));
  return (
    <>
      <h3>
        Line {line.number}: {groupDigits(line.enteredValue)} USD
      </h3>
      <DataTable
        caption={`From the price to the entered value of line ${line.number}`}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty=""
        columns={[
          { header: 'Step', cell: ({ name }) => name },
          { header: 'Figure', numeric: true, cell: ({ figure }) => words(figure) },
          { header: 'Effect', numeric: true, cell: ({ effect }) => words(effect) },
          { header: 'Value so far', numeric: true, cell: ({ running }) => words(running) },
          {
            header: 'Why',
            cell: ({ why, cite, source }) => (
              <span>
                {why} <span className="muted small">{cite}</span>
                {source && <span className="muted small"> · {sourceWords(source)}</span>}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function sourceWords({
  document,
  pointer,
  words: said,
}: NonNullable<Line['steps'][number]['source']>): string {
  return [said, document && `document ${document}`, pointer].filter(Boolean).join(', ');
}
