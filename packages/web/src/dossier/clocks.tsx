import type { Clock } from '@portolan/filing';
import { counted } from '../format/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Day } from '../ui/when.tsx';

function stateWords(clock: Clock): string {
  if (clock.state === 'met') return 'met';
  if (clock.state === 'late') return `late by ${counted(-clock.daysLeft, 'day')}`;
  return clock.daysLeft === 0 ? 'due today' : `${counted(clock.daysLeft, 'day')} left`;
}

const TONES: Record<Clock['state'], string> = { running: 'info', met: 'good', late: 'bad' };

/** The legal terms running on an entry, each with its day, what is left and its source. */
export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  return (
    <DataTable
      caption="Legal terms running on this entry"
      captionHidden
      rows={clocks}
      rowKey={(clock) => clock.name}
      empty="No term runs yet."
      columns={[
        { header: 'Term', cell: (clock) => clock.label },
        { header: 'Due', cell: (clock) => <Day date={clock.due} /> },
        {
          header: 'State',
          cell: (clock) => <span className={`pill pill--${TONES[clock.state]}`}>{stateWords(clock)}</span>,
        },
        {
          header: 'Counted from',
          cell: (clock) => (
            <>
              {clock.from}, <Day date={clock.startsOn} />
            </>
          ),
        },
        {
          header: 'Source',
          cell: (clock) => (
            <span className="small muted">
              {clock.source} ({clock.certainty})
            </span>
          ),
        },
      ]}
    />
  );
}
