import type { IssuedCredential, KnownParty, Sending } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { freshKey } from '../../ui/fresh-key.ts';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { RecipientField } from './recipient-field.tsx';
import { SendingTable } from './sending-table.tsx';

interface SendSectionProps {
  certificate: Pick<IssuedCredential, 'digest' | 'status'>;
  sendings: readonly Sending[];
}

/** Sending a signed document to another party, and what became of it. What was revoked or suspended is not sent. */
export function SendSection({ certificate: { digest, status }, sendings }: SendSectionProps) {
  const [party, setParty] = useState<KnownParty>();
  const [note, setNote] = useState('');
  // Sending again after a lost answer sends nothing twice.
  const [key, setKey] = useState(freshKey);
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!party) return;
    const body = { digests: [digest], to: party.did, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    if (!(await action.run(() => call<Sending>('POST', '/api/sendings', body, { 'idempotency-key': key }))))
      return;
    setNote('');
    setKey(freshKey());
    announce(`On its way to ${party.name}`);
  };
  const holds = status === 'valid' || status === 'expired';
  return (
    <Section title="Send it" id="send">
      <ErrorSummary title="Not sent" refusals={action.refusals} />
      {holds ? (
        <form className="no-print" onSubmit={submit}>
          <RecipientField chosen={party} onChoose={setParty} />
          <TextField
            id="field-note"
            label="What it is for"
            hint="The receiver reads it, and it stands in your record of who saw what."
            value={note}
            onChange={setNote}
          />
          <Button type="submit" disabled={action.busy || !party}>
            {party ? `Send to ${party.name}` : 'Choose a receiver to send'}
          </Button>
        </form>
      ) : (
        <p>It holds no longer and can’t be sent.</p>
      )}
      <SendingTable sendings={sendings} />
    </Section>
  );
}
