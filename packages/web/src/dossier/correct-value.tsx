import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { TextField } from '../ui/text-field.tsx';
import { useDossier } from './dossier-context.tsx';

/** Correcting a value of a filed entry with the reason; both versions are kept. */
export function CorrectValue({ pointer }: { pointer: string }) {
  const { correct, select } = useDossier();
  const [value, setValue] = useState('');
  const [removed, setRemoved] = useState(false);
  const [reason, setReason] = useState('');
  if (!correct) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await correct(pointer, removed ? null : value, reason);
    select(undefined);
  };
  return (
    <details>
      <summary>Correct this value</summary>
      <form onSubmit={submit}>
        <p className="small muted">
          A prompt correction is sent to the agency. Both versions are kept and the duty is computed anew.
        </p>
        <Checkbox
          id="correct-remove"
          name="remove"
          label="Remove the value, such as a claim"
          checked={removed}
          onChange={(event) => setRemoved(event.target.checked)}
        />
        {!removed && (
          <TextField id="correct-value" label="Right value" required value={value} onChange={setValue} />
        )}
        <TextField id="correct-reason" label="Reason" required long value={reason} onChange={setReason} />
        <Button type="submit" className="button-small">
          Sign and send the correction
        </Button>
      </form>
    </details>
  );
}
