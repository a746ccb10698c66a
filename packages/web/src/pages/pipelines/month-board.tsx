import type { PipelineMonth } from '@portolan/contract';
import { Link } from 'react-router';
import { groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Day } from '../../ui/when.tsx';
import { dayPath } from './address.ts';
import { Pill } from './pill.tsx';
import { dayState, entryState, madeOf } from './words.ts';

type BoardDay = PipelineMonth['days'][number];

interface BoardProps {
  month: Pick<PipelineMonth, 'line' | 'month' | 'days' | 'role'>;
}

const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Cells before the first day, so that days of the week stand below each other. */
function before(days: readonly BoardDay[]): number {
  const [first] = days;
  return first ? new Date(`${first.day}T00:00:00Z`).getUTCDay() : 0;
}

function ownersOf({ owners }: BoardDay): string {
  const [first, ...others] = owners;
  if (!first) return '';
  return others.length > 0 ? `${owners.length} owners` : first.name;
}

/** Of an owner its own part of what crossed; of everybody else all of it. */
function volumeShown({ owners, volume }: BoardDay, role: BoardProps['month']['role']): string {
  const own = role === 'owner' ? owners[0]?.volume : volume;
  if (own === volume) return groupDigits(volume);
  return own === undefined
    ? `none of ${groupDigits(volume)}`
    : `${groupDigits(own)} of ${groupDigits(volume)}`;
}

function Cell({ day, month }: { day: BoardDay; month: BoardProps['month'] }) {
  const [tone, measured] = dayState(day);
  // Its operator is not told what owners enter.
  const state = day.state === 'measured' && month.role !== 'operator' ? entryState(day)[1] : measured;
  const date = String(Number(day.day.slice(8)));
  const shown = [
    volumeShown(day, month.role),
    day.api && `${day.api} °API`,
    madeOf(day.origin),
    month.role === 'owner' ? '' : ownersOf(day),
    state,
  ];
  const weekday = WEEK[new Date(`${day.day}T00:00:00Z`).getUTCDay()];
  return (
    <li className={`board-day board-day--${tone}`}>
      <Link to={dayPath(month.line.id, month.month, day.day)}>
        <span className="board-date">
          {date}
          <span className="usa-sr-only"> {weekday}</span>
        </span>
        {shown.filter(Boolean).map((text, index) => (
          <span key={text} className={index === 0 ? 'board-volume' : 'board-more'}>
            <span className="usa-sr-only">, </span>
            {text}
          </span>
        ))}
      </Link>
    </li>
  );
}

const legend = {
  operator:
    'Each day: barrels at 60 °F, gravity, what it is made of, owner, and whether it is measured. Its owners enter it.',
  owner:
    'Each day: your barrels of all that crossed, at 60 °F, gravity, what yours is made of, and how far your entry is.',
} as const;
const LEGEND = 'Each day: barrels at 60 °F, gravity, what it is made of, owner, and how far its entry is.';

/** The days of a month at the border meter, each a cell that opens: volume, gravity, owner, and how far its entry is. */
export function MonthBoard({ month }: BoardProps) {
  const { days } = month;
  return (
    <>
      <p className="small muted">
        {month.role === 'operator' || month.role === 'owner' ? legend[month.role] : LEGEND} A day opens.
      </p>
      <div className="board" data-lead={before(days)}>
        <div className="board-week" aria-hidden="true">
          {WEEK.map((name) => (
            <span key={name}>{name.slice(0, 3)}</span>
          ))}
        </div>
        <ol className="board-days" aria-label="Days of the month">
          {days.map((day) => (
            <Cell key={day.day} day={day} month={month} />
          ))}
        </ol>
      </div>
      <details className="drawn-twin">
        <summary>The same as a table</summary>
        <BoardTable month={month} />
      </details>
    </>
  );
}

function BoardTable({ month: { days, line, month, role } }: BoardProps) {
  return (
    <DataTable
      caption="Days of the month; barrels at 60 °F"
      rows={days}
      rowKey={({ day }) => day}
      empty={<p>No day.</p>}
      columns={[
        {
          header: 'Day',
          cell: ({ day }) => (
            <Link to={dayPath(line.id, month, day)}>
              <Day date={day} />
            </Link>
          ),
        },
        { header: 'Barrels', numeric: true, cell: ({ volume }) => groupDigits(volume) },
        { header: '°API', numeric: true, cell: ({ api }) => api ?? '' },
        { header: 'Origin', cell: ({ origin }) => madeOf(origin) },
        {
          header: 'Owners',
          cell: ({ owners }) => owners.map(({ name, volume }) => `${name} ${groupDigits(volume)}`).join('; '),
        },
        { header: 'Measured', cell: (day) => <Pill state={dayState(day)} /> },
        { header: 'Duty', cell: ({ nondutiable }) => (nondutiable ? 'free' : 'dutiable') },
        {
          header: 'Entry',
          cell: (day) => (role === 'operator' ? 'its owners enter it' : <Pill state={entryState(day)} />),
        },
        {
          header: 'Due',
          cell: ({ entryDue }) => (entryDue && role !== 'operator' ? <Day date={entryDue} /> : ''),
        },
      ]}
    />
  );
}
