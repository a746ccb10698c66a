import type { Review } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

type Row = Review['registers'][number];

const STATUS: Record<Row['status'], { words: string; tone: string }> = {
  open: { words: 'Open', tone: 'wait' },
  answered: { words: 'Answered', tone: 'good' },
  blocked: { words: 'Blocked', tone: 'bad' },
};

function AnswerForm({ program, row }: { program: string; row: Row }) {
  const [form, setForm] = useState({ answer: row.answer, owner: row.owner, status: row.status });
  const action = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await action.run(() => call('POST', `/api/assess/${program}/registers/${row.id}`, form));
  };
  return (
    <details className="no-print">
      <summary>
        Answer<span className="usa-sr-only">: {row.question}</span>
      </summary>
      <ErrorSummary title="Not saved" refusals={action.refusals} />
      <form onSubmit={submit}>
        <TextField
          id={`answer-${row.id}`}
          label="Answer"
          long
          required
          value={form.answer}
          onChange={(answer) => setForm({ ...form, answer })}
        />
        <div className="field-row">
          <TextField
            id={`owner-${row.id}`}
            label="Owner"
            required
            value={form.owner}
            onChange={(owner) => setForm({ ...form, owner })}
          />
          <SelectField
            id={`status-${row.id}`}
            label="Status"
            value={form.status}
            options={[
              ['open', 'Open'],
              ['answered', 'Answered'],
              ['blocked', 'Blocked'],
            ]}
            onChange={(status) => setForm({ ...form, status })}
          />
        </div>
        <Button type="submit" disabled={action.busy}>
          Save
        </Button>
      </form>
    </details>
  );
}

/** A register of questions of law or policy, each with citation, answer, owner and status. */
export function Register({ review, side }: { review: Review; side: Row['side'] }) {
  const rows = review.registers.filter((row) => row.side === side);
  if (rows.length === 0) return <p className="empty">No question yet.</p>;
  return (
    <ul className="evidence-list">
      {rows.map((row) => (
        <li key={row.id}>
          <p className="row spread">
            <strong>{row.question}</strong>
            <span className={`pill pill--${STATUS[row.status].tone}`}>{STATUS[row.status].words}</span>
          </p>
          <p>{row.answer || <span className="muted">No answer yet.</span>}</p>
          <p className="small muted">
            Owner: {row.owner}. {row.citation}
          </p>
          <AnswerForm program={review.program} row={row} />
        </li>
      ))}
    </ul>
  );
}
