import { Button, TextInput } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { CorrectValue } from './correct-value.tsx';
import { useDossier } from './dossier-context.tsx';
import { provenanceAt } from './provenance-at.ts';

function TypeInstead({ pointer }: { pointer: string }) {
  const { type, provenance, select } = useDossier();
  const [value, setValue] = useState('');
  if (!type) return null;
  const typed = provenanceAt(provenance, pointer)?.class === 'typed';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await type(pointer, value);
    select(undefined);
  };
  return (
    <details>
      <summary>Enter another value</summary>
      <form onSubmit={submit} className="stack-tight">
        <label htmlFor="type-instead">Value</label>
        <span className="muted small" id="type-instead-hint">
          It will be marked as typed by you, beside what the document says.
        </span>
        <TextInput
          id="type-instead"
          name="value"
          type="text"
          required
          aria-describedby="type-instead-hint"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <Button type="submit" className="button-small">
          Use this value
        </Button>
      </form>
      {typed && (
        <Button type="button" unstyled onClick={() => type(pointer, null)}>
          Take the typed value back
        </Button>
      )}
    </details>
  );
}

/** What may be done with the chosen value: type another, correct it once filed, ask about it. */
export function FieldActions({ pointer }: { pointer: string }) {
  const { ask } = useDossier();
  return (
    <div className="no-print stack-tight">
      <TypeInstead pointer={pointer} />
      <CorrectValue pointer={pointer} />
      {ask && (
        <Button type="button" outline className="button-small" onClick={() => ask(pointer)}>
          Ask about this value
        </Button>
      )}
    </div>
  );
}
