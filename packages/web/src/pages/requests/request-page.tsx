import type { RequestView } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { placeWords } from '../../dossier/findings.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Answers } from './answers.tsx';
import { CloseForm, EscalateForm, ExtendForm } from './request-steps.tsx';
import { timeLeft } from './requests-table.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<RequestView> {
  return getAsMember<RequestView>(request, `/api/requests/${params.id}`);
}

function Questions({ request }: { request: RequestView }) {
  return (
    <Section title="What is asked">
      <ol>
        {request.questions.map((question) => (
          <li key={question.id}>{question.text}</li>
        ))}
      </ol>
      {request.note && <p className="note">{request.note}</p>}
      <p className="small muted">{request.cite}</p>
    </Section>
  );
}

function Clock({ request }: { request: RequestView }) {
  return (
    <Section title="Clock">
      <Definitions
        items={[
          ['Asked', <When key="asked" at={request.askedAt} />],
          ['Due', <When key="due" at={request.due} />],
          ['Time', `${timeLeft(request)}${request.extended ? ', extended' : ''}`],
          ['Next', request.whoMoves],
        ]}
      />
    </Section>
  );
}

function Recipients({ request }: { request: RequestView }) {
  return (
    <Section title="Who was asked">
      <DataTable
        caption="Parties that the request was sent to"
        captionHidden
        rows={request.recipients}
        rowKey={(row) => `${row.party.name}${row.role}`}
        empty="Nobody."
        columns={[
          { header: 'Party', cell: (row) => row.party.name },
          { header: 'As', cell: (row) => row.role },
          { header: 'State', cell: (row) => row.state },
          {
            header: 'May answer to the agency alone',
            cell: (row) => (row.confidentialAllowed ? 'Yes' : 'No'),
          },
        ]}
      />
    </Section>
  );
}

function Events({ request }: { request: RequestView }) {
  return (
    <Section title="Thread">
      <ol className="timeline">
        {request.events.map((event) => (
          <li key={`${event.at}${event.title}`}>
            <p>
              <strong>{event.title}</strong>
              {event.by && <> by {event.by.name}</>}
            </p>
            <p className="muted small">
              <When at={event.at} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One request for information: what is asked, its clock, the answers, the next step. */
export function Component() {
  const request = useLoaderData<typeof loader>();
  const { may } = request;
  return (
    <Page
      title={request.title}
      trail={[
        { to: '/requests', label: 'Requests' },
        { to: `/entries/${request.entryNumber}`, label: `Entry ${request.entryNumber}` },
      ]}
      lead={
        <p>
          <strong>{request.stateWords}</strong> Next: {request.whoMoves}. About{' '}
          {request.line === undefined ? (
            placeWords(request.field)
          ) : (
            <Link to={`/entries/${request.entryNumber}/lines/${request.line}`}>
              {placeWords(request.field)}
            </Link>
          )}
          .
        </p>
      }
    >
      <Questions request={request} />
      <Clock request={request} />
      <Answers request={request} />
      {may.includes('answer') && <AnswerForm request={request} />}
      {may.includes('close') && <CloseForm request={request} />}
      {may.includes('escalate') && <EscalateForm request={request} />}
      {may.includes('extend') && <ExtendForm request={request} />}
      <Recipients request={request} />
      <Events request={request} />
    </Page>
  );
}
