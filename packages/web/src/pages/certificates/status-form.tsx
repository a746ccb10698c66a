import type { IssuedCredential } from '@portolan/contract';
import { Button, Radio, Textarea } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';

type Step = 'suspend' | 'reinstate' | 'revoke';

const STEPS: Record<Step, { label: string; hint: string }> = {
  suspend: { label: 'Suspend', hint: 'For a time: it can be reinstated.' },
  reinstate: { label: 'Reinstate', hint: 'It holds again from now on.' },
  revoke: { label: 'Revoke', hint: 'For good. It can’t be taken back.' },
};

function stepsFor(status: IssuedCredential['status']): readonly Step[] {
  if (status === 'valid') return ['suspend', 'revoke'];
  return status === 'suspended' ? ['reinstate', 'revoke'] : [];
}

/** Revoking, suspending or reinstating what was signed, with the reason; a revocation asks once more. */
export function StatusForm({ certificate }: { certificate: IssuedCredential }) {
  const [step, setStep] = useState<Step>();
  const [reason, setReason] = useState('');
  const [confirming, setConfirming] = useState(false);
  const action = useAction();
  const announce = useAnnounce();
  const steps = stepsFor(certificate.status);
  const send = async () => {
    const path = `/api/credentials/${encodeURIComponent(certificate.digest)}/status`;
    const done = await action.run(() => call<IssuedCredential>('POST', path, { action: step, reason }));
    setConfirming(false);
    if (!done) return;
    setStep(undefined);
    setReason('');
    announce(`The document is now ${done.status}`);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (step === 'revoke') setConfirming(true);
    else await send();
  };
  if (steps.length === 0) return null;
  return (
    <Section title="Change its status">
      <ErrorSummary title="Not changed" refusals={action.refusals} />
      <form onSubmit={submit}>
        <fieldset>
          <legend>What to do</legend>
          {steps.map((name) => (
            <Radio
              key={name}
              id={`status-${name}`}
              name="status"
              label={STEPS[name].label}
              labelDescription={STEPS[name].hint}
              required
              checked={step === name}
              onChange={() => setStep(name)}
            />
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="field-reason">Reason</label>
          <Textarea
            id="field-reason"
            name="reason"
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
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
        <p>Every claim that rests on this document fails from now on. A revocation can’t be taken back.</p>
      </ConfirmDialog>
    </Section>
  );
}
