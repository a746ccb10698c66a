import type { AttestationRequest } from '@portolan/contract';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { PartyLink } from '../../standing/party-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';
import { ReasonStep } from '../agency/reason-step.tsx';

const STATES: Record<AttestationRequest['state'], { words: string; tone: string }> = {
  open: { words: 'Open', tone: 'wait' },
  answered: { words: 'Attested', tone: 'good' },
  declined: { words: 'Declined', tone: 'none' },
};

function State({ request }: { request: AttestationRequest }) {
  const { state, reason, answeredAt, digest } = request;
  return (
    <>
      <span className={`pill pill--${STATES[state].tone}`}>{STATES[state].words}</span>{' '}
      {answeredAt && <When at={answeredAt} />} {reason}{' '}
      {digest && request.side === 'asked' && (
        <Link to={`/certificates/${encodeURIComponent(digest)}`}>Open it</Link>
      )}
    </>
  );
}

function Answer({ request }: { request: AttestationRequest }) {
  const { id, type, from, state } = request;
  const action = useAction();
  if (state !== 'open') return null;
  const about = `${attestationName(type)} for ${from.name}`;
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
          action.run(() => call('POST', `/api/attestation-requests/${id}/decline`, { reason }))
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
          cell: ({ from, to }) => <PartyLink {...(side === 'asked' ? from : to)} />,
        },
        { header: 'For what', cell: ({ type }) => attestationName(type) },
        { header: 'Asked', cell: ({ at }) => <When at={at} relative /> },
        { header: 'Message', cell: ({ note }) => note || 'none' },
        { header: 'State', cell: (one) => <State request={one} /> },
        ...(side === 'asked' ? [answer] : []),
      ]}
    />
  );
}
