import type { AttestationRequest } from '@portolan/contract';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { documentTypeName } from '../../format/document-types.ts';
import { PartyLink } from '../../standing/party-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';
import { ReasonStep } from '../agency/reason-step.tsx';

const STATES: Record<AttestationRequest['state'], { words: string; tone: string }> = {
  open: { words: 'Open', tone: 'wait' },
  attested: { words: 'Attested', tone: 'good' },
  declined: { words: 'Declined', tone: 'none' },
};

function State({ request }: { request: AttestationRequest }) {
  const { state, reason, answeredAt, attestation } = request;
  return (
    <>
      <span className={`pill pill--${STATES[state].tone}`}>{STATES[state].words}</span>{' '}
      {answeredAt && <When at={answeredAt} />} {reason}{' '}
      {attestation && request.side === 'asked' && (
        <Link to={`/certificates/${encodeURIComponent(attestation)}`}>Open it</Link>
      )}
    </>
  );
}

function Answer({ request }: { request: AttestationRequest }) {
  const { id, type, otherName, state } = request;
  const action = useAction();
  if (state !== 'open') return null;
  const about = `${documentTypeName(type)} for ${otherName}`;
  return (
    <span className="row">
      <Link to={`/attest/new?request=${encodeURIComponent(id)}`}>
        Attest<span className="usa-sr-only"> {about}</span>
      </Link>
      <ReasonStep
        id={`decline-${id}`}
        label="Decline"
        about={about}
        action={action}
        onReason={(reason) =>
          action.run(() => call('POST', `/api/attestation-requests/${id}/answer`, { reason }))
        }
      />
    </span>
  );
}

/** Requests for attestations: those that the organization was sent can be answered here. */
export function RequestTable(props: {
  caption: string;
  requests: readonly AttestationRequest[];
  side: AttestationRequest['side'];
}) {
  const { caption, requests, side } = props;
  const answer = { header: 'Answer', cell: (one: AttestationRequest) => <Answer request={one} /> };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={requests.filter((one) => one.side === side)}
      rowKey={({ id }) => id}
      empty={<p>{side === 'asked' ? 'Nobody has asked you.' : 'You have asked nobody yet.'}</p>}
      columns={[
        {
          header: side === 'asked' ? 'Who asks' : 'Whom',
          cell: ({ other, otherName }) => <PartyLink did={other} name={otherName} />,
        },
        { header: 'For what', cell: ({ type }) => documentTypeName(type) },
        { header: 'Asked', cell: ({ askedAt }) => <When at={askedAt} relative /> },
        { header: 'Message', cell: ({ message }) => message || 'none' },
        { header: 'State', cell: (one) => <State request={one} /> },
        ...(side === 'asked' ? [answer] : []),
      ]}
    />
  );
}
