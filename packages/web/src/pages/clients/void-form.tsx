import type { EntryNumberBank } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Voids numbers that were spoiled or used in another system. */
export function VoidForm({ filerCode }: { filerCode: string }) {
  const [number, setNumber] = useState('');
  const [count, setCount] = useState('1');
  const [reason, setReason] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { number: number.trim(), count: Number(count), reason: reason.trim() };
    const done = await action.run(() => call<EntryNumberBank>('POST', '/api/entry-numbers/void', body));
    if (!done) return;
    setNumber('');
    setReason('');
    announce(`${number} is void`);
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not voided" refusals={action.refusals} />
      <TextField
        id="field-number"
        label="First number"
        hint={`The serial alone, or the whole number. Example: ${filerCode}-0000103-5.`}
        value={number}
        onChange={setNumber}
        required
      />
      <TextField id="field-count" label="How many" value={count} onChange={setCount} required />
      <TextField id="field-reason" label="Reason" value={reason} onChange={setReason} required />
      <Button type="submit" outline disabled={action.busy}>
        {action.busy ? 'Voiding…' : 'Void'}
      </Button>
    </form>
  );
}
