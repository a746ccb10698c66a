import type { LineHistory } from '@portolan/contract';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDate } from '../../format/dates.ts';
import { formatHts } from '../../format/identifiers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { changeWords, fieldWords } from './change-words.ts';

type Step = LineHistory['steps'][number];

function Changes({ step }: { step: Step }) {
  return (
    <div>
      <p>
        <strong>{step.edition.id}</strong>, in force from {formatDate(step.edition.effective)}, known to hold
        until {formatDate(step.edition.horizon)}: {changeWords(step.change)}
        {step.became.length > 0 && <>; became {step.became.map(formatHts).join(', ')}</>}.
      </p>
      {step.changes.length > 0 && (
        <ul>
          {step.changes.map(({ field, before, after }) => (
            <li key={field}>
              {fieldWords(field)}: <del>{before || 'nothing'}</del> <ins>{after || 'nothing'}</ins>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A line through the editions at hand: a slider that opens each, what it changed, and all of them as a table. */
export function EditionSlider({ history, current }: { history: LineHistory; current: string }) {
  const { steps } = history;
  const [search, setSearch] = useSearchParams();
  const shown = steps.findIndex(({ edition }) => edition.id === current);
  const [at, setAt] = useState(Math.max(shown, 0));
  const step = steps[at];
  if (!step) return null;
  const show = () => {
    const next = new URLSearchParams(search);
    next.delete('date');
    next.set('edition', step.edition.id);
    setSearch(next, { preventScrollReset: true });
  };
  return (
    <>
      {steps.length > 1 && (
        <div className="field no-print">
          <label htmlFor="edition-slider">Edition</label>
          <input
            id="edition-slider"
            className="slider"
            type="range"
            min={0}
            max={steps.length - 1}
            step={1}
            value={at}
            aria-valuetext={`${step.edition.id}, from ${formatDate(step.edition.effective)}: ${changeWords(step.change)}`}
            onChange={(event) => setAt(Number(event.target.value))}
          />
          <Changes step={step} />
          {at !== shown && step.line && (
            <button type="button" className="usa-button usa-button--outline button-small" onClick={show}>
              Show the line of {step.edition.id}
            </button>
          )}
        </div>
      )}
      <DataTable
        caption="The line in every edition at hand"
        rows={steps}
        rowKey={({ edition }) => edition.id}
        empty="No edition."
        columns={[
          { header: 'Edition', cell: ({ edition }) => edition.id },
          { header: 'In force from', cell: ({ edition }) => formatDate(edition.effective) },
          { header: 'What changed', cell: (row) => whatChanged(row) },
          { header: 'General', cell: ({ line }) => line?.general ?? '–' },
          { header: 'Special', cell: ({ line }) => line?.special.replaceAll(',', ', ') ?? '–' },
          { header: 'Column 2', cell: ({ line }) => line?.column2 ?? '–' },
        ]}
      />
      {steps.length === 1 && (
        <p className="small muted">
          One edition is at hand. More can be imported on the page of data at hand; each becomes a step here.
        </p>
      )}
    </>
  );
}

function whatChanged({ change, changes }: Step): string {
  return changes.length === 0
    ? changeWords(change)
    : changes.map(({ field }) => fieldWords(field)).join(', ');
}
