import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

type Purpose = 'revocation' | 'suspension' | 'refresh' | 'message';

const CHOICES: readonly (readonly [Purpose, string])[] = [
  ['suspension', 'Suspension'],
  ['revocation', 'Revocation'],
  ['refresh', 'Refresh'],
  ['message', 'Message'],
];

/** Sets the status of a credential that was issued through the VC API; a revocation asks once more. */
export function StatusChange() {
  const [credentialId, setCredentialId] = useState('');
  const [statusPurpose, setPurpose] = useState<Purpose>('suspension');
  const [value, setValue] = useState('1');
  const [confirming, setConfirming] = useState(false);
  const action = useAction();
  const announce = useAnnounce();
  const send = async () => {
    const body = { credentialId, credentialStatus: { statusPurpose }, status: Number(value) };
    const done = await action.run(() => call<{ status: number }>('POST', '/credentials/status', body));
    setConfirming(false);
    if (done) announce(`The status is now ${done.status}`);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (statusPurpose === 'revocation') setConfirming(true);
    else await send();
  };
  return (
    <Section title="Change a status">
      <ErrorSummary title="Not changed" refusals={action.refusals} />
      <p>
        For credentials that were issued through the VC API. Those that you signed here are changed on their
        own pages.
      </p>
      <form onSubmit={submit}>
        <TextField
          id="credentialId"
          label="Identifier of the credential"
          hint="Its id, for example urn:uuid:0d9c1c6e-3b54-4a5e-8b8c-3c5f5b1c7a01"
          required
          value={credentialId}
          onChange={setCredentialId}
        />
        <SelectField
          id="statusPurpose"
          label="Which status"
          value={statusPurpose}
          options={CHOICES}
          onChange={setPurpose}
        />
        <TextField
          id="status"
          label="Value"
          hint="1 sets it, 0 takes it back; a message has a number for each text"
          required
          value={value}
          onChange={setValue}
        />
        <Button type="submit" disabled={action.busy}>
          Publish the status
        </Button>
      </form>
      <ConfirmDialog
        open={confirming}
        title="Revoke for good?"
        confirm="Revoke"
        busy={action.busy}
        onConfirm={send}
        onClose={() => setConfirming(false)}
      >
        <p>Every verifier refuses the credential from now on. A revocation can’t be taken back.</p>
      </ConfirmDialog>
    </Section>
  );
}
