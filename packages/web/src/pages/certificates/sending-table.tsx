import type { Sending } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';

const STATES: Record<Sending['state'], { words: string; icon: IconName; tone: string }> = {
  waiting: { words: 'On its way', icon: 'clock', tone: 'wait' },
  delivered: { words: 'Delivered', icon: 'passed', tone: 'good' },
  refused: { words: 'Refused', icon: 'refuse', tone: 'bad' },
  withdrawn: { words: 'Taken back', icon: 'clock', tone: 'none' },
};

function State({ sending }: { sending: Sending }) {
  const { state, answeredAt, attempts, problem, refusals } = sending;
  const { words, icon, tone } = STATES[state];
  return (
    <>
      <span className={`pill pill--${tone}`}>
        <Icon name={icon} />
        {words}
      </span>{' '}
      {answeredAt && <When at={answeredAt} />}
      {state === 'waiting' && problem && (
        <span className="muted small">
          tried {counted(attempts, 'time')} in vain: {problem}
        </span>
      )}
      {refusals.map(({ code, message, mend }) => (
        <span key={code} className="muted small">
          {message} {mend}
        </span>
      ))}
    </>
  );
}

function Documents({ sending }: { sending: Sending }) {
  return (
    <ul className="usa-list usa-list--unstyled">
      {sending.documents.map(({ digest, title }) => (
        <li key={digest}>
          {title} <LongId value={digest} label="digest of the document" />
        </li>
      ))}
    </ul>
  );
}

interface SendingTableProps {
  sendings: readonly Sending[];
  /** Where the table is not about one document: names those that were sent. */
  documents?: boolean;
  /** What stands there when nothing was sent. */
  empty?: ReactNode;
}

/** To whom documents were sent, and whether they arrived; what has not can be taken back. */
export function SendingTable({ sendings, documents = false, empty }: SendingTableProps) {
  const action = useAction();
  const announce = useAnnounce();
  const takeBack = async ({ id, toName }: Sending) => {
    if (await action.run(() => call('POST', `/api/sendings/${encodeURIComponent(id)}/withdraw`)))
      announce(`Taken back from ${toName}`);
  };
  return (
    <>
      <ErrorSummary title="Not taken back" refusals={action.refusals} />
      <DataTable
        caption="To whom it was sent"
        rows={sendings}
        rowKey={({ id }) => id}
        empty={empty ?? <p>It was sent to nobody yet.</p>}
        columns={[
          ...(documents
            ? [{ header: 'What', cell: (sending: Sending) => <Documents sending={sending} /> }]
            : []),
          { header: 'To', cell: ({ toName }) => toName },
          { header: 'Sent', cell: ({ sentAt }) => <When at={sentAt} /> },
          { header: 'By', cell: ({ by }) => by },
          { header: 'For', cell: ({ note }) => note ?? 'not said' },
          { header: 'Delivery', cell: (sending) => <State sending={sending} /> },
          {
            header: 'Change',
            cell: (sending) =>
              sending.state === 'waiting' ? (
                <Button type="button" unstyled disabled={action.busy} onClick={() => takeBack(sending)}>
                  Take back
                  <span className="usa-sr-only"> from {sending.toName}</span>
                </Button>
              ) : (
                'final'
              ),
          },
        ]}
      />
    </>
  );
}
