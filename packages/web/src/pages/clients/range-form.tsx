import type { EntryNumberBank } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

/** The seven digits of a number. */
function serial(number: string | undefined): string {
  return number ? String(Number(number.slice(4, 11))) : '';
}

/** Sets where the series begins, ends and goes on. */
export function RangeForm({ bank }: { bank: EntryNumberBank }) {
  const [first, setFirst] = useState(serial(bank.first));
  const [last, setLast] = useState(serial(bank.last));
  const [next, setNext] = useState(serial(bank.next));
  const [warnBelow, setWarnBelow] = useState(String(bank.warnBelow));
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...{ first: Number(first), last: Number(last), warnBelow: Number(warnBelow) },
      ...(next.trim() === '' ? {} : { next: Number(next) }),
    };
    if (await action.run(() => call('POST', '/api/entry-numbers/range', body))) announce('Range saved');
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not saved" refusals={action.refusals} />
      <TextField id="field-first" label="First serial" value={first} onChange={setFirst} required />
      <TextField id="field-last" label="Last serial" value={last} onChange={setLast} required />
      <TextField
        id="field-next"
        label="Next serial"
        hint="Where your series stands when you move to this node. Numbers that were given or voided are passed over."
        value={next}
        onChange={setNext}
      />
      <TextField
        id="field-warnBelow"
        label="Warn below so many free numbers"
        value={warnBelow}
        onChange={setWarnBelow}
        required
      />
      <Button type="submit" disabled={action.busy}>
        {action.busy ? 'Saving…' : 'Save the range'}
      </Button>
    </form>
  );
}
