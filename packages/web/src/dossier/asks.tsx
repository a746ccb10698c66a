import type { Ask } from '@portolan/filing';
import { Button, TextInput } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { fieldId } from '../format/identifiers.ts';
import { type AnswerField, answerFields, answerFrom, textAt } from './answer-fields.ts';
import { placeWords } from './findings.tsx';

const text = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object'
    ? answerFields(value)
        .map((field) => field.example)
        .join(', ')
    : String(value);
};

interface ControlProps {
  id: string;
  field: AnswerField;
  describedBy: string;
  required: boolean;
  value: string;
  onChange: (value: string) => void;
}

function Control({ id, field, describedBy, required, value, onChange }: ControlProps) {
  const common = { id, required, 'aria-describedby': describedBy, value };
  if (typeof field.example !== 'boolean')
    return <TextInput {...common} name={id} type="text" onChange={(event) => onChange(event.target.value)} />;
  return (
    <select {...common} className="usa-select" onChange={(event) => onChange(event.target.value)}>
      <option value="">Choose</option>
      <option value="true">Yes</option>
      <option value="false">No</option>
    </select>
  );
}

interface AskFieldProps {
  ask: Ask;
  textOf: (path: readonly string[]) => string;
  onChange: (path: readonly string[], value: string) => void;
  /** Takes the proposal where leaving the question open would not. */
  onTake: () => void;
  busy: boolean;
}

function Hint({ ask, id }: { ask: Ask; id: string }) {
  return (
    <span className="hint" id={id}>
      {ask.why} Example: {text(ask.example)}.
      {!ask.required && ask.proposal !== undefined && ask.unanswered === undefined && (
        <> Left empty, it is: {text(ask.proposal)}.</>
      )}
      {ask.unanswered !== undefined && <> Left empty, {ask.unanswered}.</>}
      {ask.cite && ` ${ask.cite}.`}
    </span>
  );
}

function AskField({ ask, textOf, onChange, onTake, busy }: AskFieldProps) {
  const id = `ask-${fieldId(ask.pointer)}`;
  const fields = answerFields(ask.example);
  return (
    <fieldset className="field" aria-describedby={`${id}-why`}>
      <legend>
        {/^\/lines\//.test(ask.pointer) && <span className="muted">{placeWords(ask.pointer)}: </span>}
        {ask.question}
        {!ask.required && <span className="muted"> (optional)</span>}
      </legend>
      <Hint ask={ask} id={`${id}-why`} />
      {ask.unanswered !== undefined && ask.proposal !== undefined && (
        <Button type="button" outline className="button-small" disabled={busy} onClick={onTake}>
          Use {text(ask.proposal).replaceAll(', ', ' ')}
        </Button>
      )}
      {fields.map((field, index) => {
        const own = index === 0 ? id : `${id}-${field.path.join('-')}`;
        const name = field.path.filter((member) => !/^\d+$/.test(member)).join(' ');
        return (
          <div key={own}>
            <label htmlFor={own} className={name === '' ? 'usa-sr-only' : 'small'}>
              {name === '' ? ask.question : name.charAt(0).toUpperCase() + name.slice(1)}
            </label>
            <Control
              id={own}
              field={field}
              describedBy={`${id}-why`}
              required={ask.required}
              value={textOf(field.path)}
              onChange={(value) => onChange(field.path, value)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

interface AsksProps {
  asks: readonly Ask[];
  busy: boolean;
  onAnswer: (typed: Record<string, unknown>) => void;
}

/** What no document says, asked once, in one list; what the node proposes stands unless it is answered. */
export function Asks({ asks, busy, onAnswer }: AsksProps) {
  const [values, setValues] = useState<Record<string, string>>({});
  const key = (ask: Ask, path: readonly string[]) => [ask.pointer, ...path].join('/');
  const answerTo = (ask: Ask) => (path: readonly string[]) =>
    values[key(ask, path)] ?? (ask.required ? textAt(ask.proposal, path) : '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answers = asks.map((ask) => [ask.pointer, answerFrom(ask.example, answerTo(ask))] as const);
    onAnswer(Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)));
  };
  return (
    <form onSubmit={submit}>
      {asks.map((ask) => (
        <AskField
          key={ask.pointer}
          ask={ask}
          textOf={answerTo(ask)}
          onChange={(path, value) => setValues((before) => ({ ...before, [key(ask, path)]: value }))}
          onTake={() => onAnswer({ [ask.pointer]: ask.proposal })}
          busy={busy}
        />
      ))}
      <Button type="submit" disabled={busy}>
        {busy ? 'Saving the answers…' : 'Save the answers'}
      </Button>
    </form>
  );
}
