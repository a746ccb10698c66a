import type { AttestationView } from '@portolan/contract';
import { Button, Checkbox } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';
import { HeldState } from './held-state.tsx';
import { SendForm } from './send-form.tsx';

function PublicButton({ item, action }: { item: AttestationView; action: Action }) {
  const announce = useAnnounce();
  const { digest, isPublic, type } = item;
  const change = async () => {
    const path = `/api/attestations/${encodeURIComponent(digest)}/public`;
    if (!(await action.run(() => call('POST', path, { isPublic: !isPublic })))) return;
    announce(isPublic ? 'Taken out of the public register' : 'Shown in the public register');
  };
  return (
    <Button type="button" unstyled disabled={action.busy} onClick={change}>
      {isPublic ? 'Take out' : 'Make public'}
      <span className="usa-sr-only"> {attestationName(type)}</span>
    </Button>
  );
}

/** What others attested about the own organization: what of it is public, and sending it on. */
export function HeldSection({ held }: { held: readonly AttestationView[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const action = useAction();
  const choose = (digest: string) => {
    const next = new Set(chosen);
    if (!next.delete(digest)) next.add(digest);
    setChosen(next);
  };
  return (
    <Section title="What is public, and sending on" id="public">
      <p>Only what you make public stands in the public register. Who relies on you is never shown there.</p>
      <ErrorSummary title="Not changed" refusals={action.refusals} />
      <DataTable
        caption="Attestations that your organization holds about itself"
        captionHidden
        rows={held}
        rowKey={({ digest }) => digest}
        empty={<p>Your organization holds no attestation about itself yet.</p>}
        columns={[
          { header: 'Attestation', cell: ({ type }) => attestationName(type) },
          { header: 'Signed by', cell: ({ issuerName }) => issuerName },
          { header: 'Signed', cell: ({ signedAt }) => <When at={signedAt} /> },
          { header: 'State', cell: ({ state }) => <HeldState state={state} /> },
          { header: 'Public', cell: ({ isPublic }) => (isPublic ? 'Public' : 'Not public') },
          { header: 'Change', cell: (item) => <PublicButton item={item} action={action} /> },
          {
            header: 'Send',
            cell: ({ digest, type, issuerName }) => (
              <Checkbox
                id={`send-${digest}`}
                name="send"
                label={
                  <>
                    Send
                    <span className="usa-sr-only">
                      {' '}
                      {attestationName(type)} of {issuerName}
                    </span>
                  </>
                }
                checked={chosen.has(digest)}
                onChange={() => choose(digest)}
              />
            ),
          },
        ]}
      />
      {held.length > 0 && <SendForm digests={[...chosen]} onSent={() => setChosen(new Set())} />}
    </Section>
  );
}
