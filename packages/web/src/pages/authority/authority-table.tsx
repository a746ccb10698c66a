import type { AuthorityView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';
import { HeldState } from '../parties/held-state.tsx';
import { limitWords, wordsOfPower } from './words.ts';

function Powers({ row: { powers, limits, type } }: { row: AuthorityView }) {
  const reach = limitWords(limits);
  if (type === 'OfficerAffirmation') return <>Binds the organization alone, where the register says so</>;
  return (
    <>
      {powers.map(wordsOfPower).join(', ')}
      {reach && <span className="muted"> ({reach})</span>}
    </>
  );
}

function Days({ row: { from, until } }: { row: AuthorityView }) {
  return (
    <>
      <Day date={from} />
      {until ? (
        <>
          {' to '}
          <Day date={until} />
        </>
      ) : (
        ' until further notice'
      )}
    </>
  );
}

interface AuthorityTableProps {
  rows: readonly AuthorityView[];
  caption: string;
  empty: string;
}

/** Powers, delegations, officers and employees; what the own organization gave it can take back. */
export function AuthorityTable({ rows, caption, empty }: AuthorityTableProps) {
  const own = useSession()?.tenant.did;
  const [revoking, setRevoking] = useState<AuthorityView>();
  const [reason, setReason] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const revoke = async () => {
    const path = `/api/credentials/${encodeURIComponent(revoking?.digest ?? '')}/status`;
    const done = await action.run(() => call('POST', path, { action: 'revoke', reason }));
    setRevoking(undefined);
    setReason('');
    if (done) announce('Revoked: drafts that rest on it stop at once');
  };
  return (
    <>
      <ErrorSummary title="Not revoked" refusals={action.refusals} />
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={({ digest }) => digest}
        empty={<p>{empty}</p>}
        columns={[
          { header: 'What', cell: ({ type }) => attestationName(type) },
          { header: 'From whom', cell: ({ giver, giverName }) => giverName ?? giver },
          { header: 'To whom', cell: ({ holder, holderName }) => holderName ?? holder },
          { header: 'May', cell: (row) => <Powers row={row} /> },
          { header: 'Days', cell: (row) => <Days row={row} /> },
          { header: 'State', cell: ({ state }) => <HeldState state={state} /> },
          {
            header: 'Change',
            cell: (row) =>
              row.giver === own && row.state === 'held' ? (
                <Button type="button" unstyled onClick={() => setRevoking(row)}>
                  Revoke<span className="usa-sr-only"> what {row.holderName ?? row.holder} was given</span>
                </Button>
              ) : (
                <span className="muted">not yours to change</span>
              ),
          },
        ]}
      />
      <ConfirmDialog
        open={revoking !== undefined}
        title="Revoke for good?"
        confirm="Revoke"
        busy={action.busy}
        onConfirm={() => void revoke()}
        onClose={() => setRevoking(undefined)}
      >
        <p>
          {revoking?.holderName ?? revoking?.holder} can use it no more from now on, also in drafts that were
          begun before, and neither can anybody to whom it was passed on.
        </p>
        <TextField id="revoke-reason" label="Reason" required value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}
