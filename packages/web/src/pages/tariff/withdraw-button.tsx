import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useId, useState } from 'react';
import { call } from '../../api/client.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Takes imported data out of use, with a reason for the record. */
export function WithdrawButton({ name }: { name: string }) {
  const id = useId();
  const [reason, setReason] = useState<string>();
  const action = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    action.run(() => call('POST', `/api/tariff/data/${encodeURIComponent(name)}/withdraw`, { reason }));
  };
  if (reason === undefined)
    return (
      <Button type="button" unstyled className="no-print" onClick={() => setReason('')}>
        Withdraw <span className="usa-sr-only">{name}</span>
      </Button>
    );
  return (
    <form onSubmit={submit} className="no-print">
      <ErrorSummary title="Not withdrawn" refusals={action.refusals} />
      <TextField
        id={`${id}-reason`}
        label={`Why ${name} is withdrawn`}
        required
        value={reason}
        onChange={setReason}
      />
      <Button type="submit" disabled={action.busy}>
        Withdraw it
      </Button>
    </form>
  );
}
