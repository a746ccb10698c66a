import type { DraftEntry } from '@portolan/filing';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftEditing } from './use-draft-editing.ts';

const POINTER = '/fileNumber';

/** The filer's own number of the file: printed on both forms, and found by the search of entries. */
export function FileNumber({ entry, editing }: { entry: DraftEntry; editing: DraftEditing }) {
  const [number, setNumber] = useState(entry.fileNumber ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = number.trim();
    await (given === '' ? editing.takeBack([POINTER]) : editing.answer({ [POINTER]: given }));
  };
  return (
    <form onSubmit={submit} className="no-print stack-tight">
      <TextField
        id="file-number"
        label="Own file number"
        hint="Nine characters at most, such as HF-26-118. It stands on forms 7501 and 3461."
        value={number}
        onChange={setNumber}
      />
      <Button type="submit" outline className="button-small" disabled={editing.busy}>
        Save the file number
      </Button>
    </form>
  );
}
