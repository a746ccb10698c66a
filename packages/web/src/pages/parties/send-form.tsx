import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { fieldId } from '../../format/identifiers.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Sends chosen attestations to another party, which verifies them itself. */
export function SendForm({ digests, onSent }: { digests: readonly string[]; onSent: () => void }) {
  const [to, setTo] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await action.run(() =>
      call<{ sent: number }>('POST', '/api/attestations/send', { digests, to }),
    );
    if (!sent) return;
    onSent();
    setTo('');
    announce(`${counted(sent.sent, 'attestation')} sent`);
  };
  return (
    <form className="no-print" onSubmit={submit}>
      <ErrorSummary title="Not sent" refusals={action.refusals} />
      <TextField
        id={fieldId('/to')}
        label="Send the chosen ones to"
        hint="Identifier of the party, such as did:web:… or did:key:…"
        required
        value={to}
        onChange={setTo}
      />
      <Button type="submit" disabled={action.busy || digests.length === 0}>
        {digests.length === 0 ? 'Choose what to send' : `Send ${counted(digests.length, 'attestation')}`}
      </Button>
    </form>
  );
}
