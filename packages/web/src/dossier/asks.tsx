import type { Ask } from '@portolan/filing';
import { Button, TextInput } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { fieldId } from '../format/identifiers.ts';

function text(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a person typed, in the kind of value the question's example has. */
function answerOf(ask: Ask, typed: string): unknown {
  const kind = typeof (ask.proposal ?? ask.example);
  if (kind === 'boolean') return typed === 'true';
  if (kind === 'number') return Number(typed);
  if (kind === 'object') return JSON.parse(typed);
  return typed;
}

function AskField({ ask, value, onChange }: { ask: Ask; value: string; onChange: (value: string) => void }) {
  const id = fieldId(ask.pointer);
  return (
    <div className="field">
      <label htmlFor={id}>{ask.question}</label>
      <span className="hint" id={`${id}-why`}>
        {ask.why} Example: {text(ask.example)}.{ask.cite && ` ${ask.cite}.`}
      </span>
      {typeof ask.example === 'boolean' ? (
        <select
          id={id}
          className="usa-select"
          aria-describedby={`${id}-why`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">Choose</option>
          <option value="true">Yes</option>
          <option value="false">No</option>
        </select>
      ) : (
        <TextInput
          id={id}
          name={ask.pointer}
          type="text"
          aria-describedby={`${id}-why`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

interface AsksProps {
  asks: readonly Ask[];
  busy: boolean;
  onAnswer: (typed: Record<string, unknown>) => void;
}

/** What no document says, asked once, in one list, with what the node would answer where it can propose. */
export function Asks({ asks, busy, onAnswer }: AsksProps) {
  const [values, setValues] = useState<Record<string, string>>({});
  const answerTo = (ask: Ask) => values[ask.pointer] ?? text(ask.proposal);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answered = asks.filter((ask) => answerTo(ask) !== '');
    onAnswer(Object.fromEntries(answered.map((ask) => [ask.pointer, answerOf(ask, answerTo(ask))])));
  };
  if (asks.length === 0)
    return <p className="empty">Nothing to ask: the documents say all that the entry needs.</p>;
  return (
    <form onSubmit={submit}>
      {asks.map((ask) => (
        <AskField
          key={ask.pointer}
          ask={ask}
          value={answerTo(ask)}
          onChange={(value) => setValues((before) => ({ ...before, [ask.pointer]: value }))}
        />
      ))}
      <Button type="submit" disabled={busy}>
        {busy ? 'Saving the answers…' : 'Save the answers'}
      </Button>
    </form>
  );
}
