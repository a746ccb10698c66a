import type { DraftEntry } from '@portolan/filing';
import type { Evaluation } from '@portolan/programs';
import type { ReactNode } from 'react';
import { countryWords, programWords } from '../format/codes.ts';
import { formatHts } from '../format/identifiers.ts';
import { formatQuantity, groupDigits } from '../format/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ClaimPill } from './claim-pill.tsx';
import { Value } from './fact.tsx';

type Line = DraftEntry['lines'][number];

interface LineRow {
  line: Line;
  at: string;
}

/** Where the goods are from and, when it is another country, where they were exported from. */
function OriginCell({ line, at }: LineRow) {
  return (
    <div className="stack-lines">
      <Value
        pointer={`${at}/originCountry`}
        label="Origin"
        value={line.originCountry && countryWords(line.originCountry)}
      />
      {line.exportCountry !== line.originCountry && line.exportCountry && (
        <span>
          from{' '}
          <Value
            pointer={`${at}/exportCountry`}
            label="Exporting country"
            value={countryWords(line.exportCountry)}
          />
        </span>
      )}
    </div>
  );
}

function GoodsCell({ line, at }: LineRow) {
  return (
    <div className="stack-lines">
      <Value pointer={`${at}/description`} label="Description" value={line.description} />
      <span>
        <span className="muted small">HTS </span>
        <Value pointer={`${at}/hts`} label="HTS number" value={line.hts && formatHts(line.hts)} />
      </span>
      {line.manufacturer && (
        <span>
          <span className="muted small">Made by </span>
          <Value pointer={`${at}/manufacturer/name`} label="Manufacturer" value={line.manufacturer.name} />
        </span>
      )}
    </div>
  );
}

function QuantityCell({ line, at }: LineRow) {
  if (!line.quantities?.length)
    return <Value pointer={`${at}/quantities`} label="Quantity" value={undefined} />;
  return (
    <div className="stack-lines">
      {line.quantities.map((quantity, index) => (
        <Value
          key={quantity.unit}
          pointer={`${at}/quantities/${index}`}
          label="Quantity"
          value={formatQuantity(quantity)}
        />
      ))}
    </div>
  );
}

function ClaimCell({ line, at, evaluation }: LineRow & { evaluation: Evaluation | undefined }) {
  const state = evaluation?.lines.find((row) => row.number === line.number)?.claim?.state;
  if (!line.spi) return <span className="muted">none</span>;
  return (
    <div className="stack-lines">
      <Value pointer={`${at}/spi`} label="Preference claimed" value={programWords(line.spi)} />
      {state && <ClaimPill state={state} />}
    </div>
  );
}

interface EntryLinesProps {
  entry: DraftEntry;
  evaluation: Evaluation | undefined;
  /** Shows the number of a line, as a link where the line has a page of its own. */
  lineName?: (line: Line) => ReactNode;
}

/** The lines of the entry summary, one row each, with the duty the node computed. */
export function EntryLines({ entry, evaluation, lineName }: EntryLinesProps) {
  const rows = entry.lines.map((line, index) => ({ line, at: `/lines/${index}` }));
  const dutyOf = (line: Line) => evaluation?.duty?.lines.find((row) => row.number === line.number);
  return (
    <DataTable
      caption="Lines of the entry summary; values in US dollars"
      rows={rows}
      rowKey={(row) => row.at}
      empty="No lines yet: add the commercial invoice."
      columns={[
        { header: 'Line', cell: ({ line }) => lineName?.(line) ?? line.number },
        { header: 'Goods', cell: (row) => <GoodsCell {...row} /> },
        { header: 'Origin', cell: (row) => <OriginCell {...row} /> },
        { header: 'Quantity', cell: (row) => <QuantityCell {...row} /> },
        {
          header: 'Entered value (USD)',
          numeric: true,
          cell: ({ line, at }) => (
            <Value
              pointer={`${at}/enteredValue`}
              label="Entered value"
              value={line.enteredValue && groupDigits(line.enteredValue)}
            />
          ),
        },
        { header: 'Claim', cell: (row) => <ClaimCell {...row} evaluation={evaluation} /> },
        { header: 'Rate', cell: ({ line }) => dutyOf(line)?.rateText ?? '' },
        { header: 'Duty (USD)', numeric: true, cell: ({ line }) => dutyOf(line)?.duty ?? '' },
      ]}
    />
  );
}
