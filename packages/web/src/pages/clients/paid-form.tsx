import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useId, useState } from 'react';
import { call } from '../../api/client.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Records that the entries of a statement were paid: one gesture, one signed record for each. */
export function PaidForm(props: { name: string; entryNumbers: readonly string[]; today: string }) {
  const { entryNumbers, today } = props;
  const [on, setOn] = useState(today);
  const id = useId();
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { entryNumbers, on };
    const paid = await action.run(() => call<{ recorded: number }>('POST', '/api/statements/paid', body));
    if (paid) announce(`${counted(paid.recorded, 'entry', 'entries')} recorded as paid`);
  };
  return (
    <form onSubmit={submit} className="filters no-print">
      <ErrorSummary title="Not recorded" refusals={action.refusals} />
      <TextField id={id} label="Paid on" type="date" value={on} onChange={setOn} required />
      <Button type="submit" outline disabled={action.busy}>
        {action.busy ? 'Recording…' : 'Record as paid'} <span className="usa-sr-only">{props.name}</span>
      </Button>
    </form>
  );
}
