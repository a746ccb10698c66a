import type { RequestSummary } from '@portolan/contract';
import { Link } from 'react-router';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { StateLine } from '../../ui/state-line.tsx';
import { When } from '../../ui/when.tsx';

/** How much time an open request has left, in words. */
export function timeLeft(request: RequestSummary): string {
  if (request.state === 'closed') return 'closed';
  if (request.daysLeft < 0) return `late by ${counted(-request.daysLeft, 'day')}`;
  return request.daysLeft === 0 ? 'due today' : `${counted(request.daysLeft, 'day')} left`;
}

function Due({ request }: { request: RequestSummary }) {
  return (
    <>
      <When at={request.due} />
      <br />
      <span className="muted">
        {timeLeft(request)}
        {request.extended && ', extended'}
      </span>
    </>
  );
}

/** Requests for information, each with its state, who moves next and its clock. */
export function RequestsTable(props: { requests: readonly RequestSummary[]; showEntry?: boolean }) {
  const entry = {
    header: 'Entry',
    cell: (request: RequestSummary) => (
      <Link to={`/entries/${request.entryNumber}`}>{request.entryNumber}</Link>
    ),
  };
  return (
    <DataTable
      caption="Requests for information"
      captionHidden
      rows={props.requests}
      rowKey={(request) => request.id}
      empty={<p>No request for information.</p>}
      columns={[
        {
          header: 'Request',
          cell: (request) => (
            <>
              <Link to={`/requests/${request.id}`}>{request.title}</Link>
              {request.line !== undefined && <span className="muted"> on line {request.line}</span>}{' '}
              {request.mine && <span className="pill pill--wait">For you to answer</span>}
            </>
          ),
        },
        ...((props.showEntry ?? true) ? [entry] : []),
        {
          header: 'State',
          cell: (request) => <StateLine words={request.stateWords} whoMoves={request.whoMoves} />,
        },
        { header: 'Due', cell: (request) => <Due request={request} /> },
      ]}
    />
  );
}
