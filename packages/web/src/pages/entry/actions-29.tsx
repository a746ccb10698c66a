import type { ActionView, DossierView } from '@portolan/contract';
import { Button, Radio, Textarea } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { formatMoney } from '../../format/numbers.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';

function AnswerForm({ action: notice }: { action: ActionView }) {
  const [agree, setAgree] = useState<boolean>();
  const [text, setText] = useState('');
  const action = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await action.run(() => call('POST', `/api/actions/${notice.id}/answers`, { agree, text }));
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not answered" refusals={action.refusals} />
      <fieldset>
        <legend>Your answer</legend>
        <Radio
          id={`agree-${notice.id}`}
          name="agree"
          label="I agree"
          required
          checked={agree === true}
          onChange={() => setAgree(true)}
        />
        <Radio
          id={`disagree-${notice.id}`}
          name="agree"
          label="I disagree"
          required
          checked={agree === false}
          onChange={() => setAgree(false)}
        />
      </fieldset>
      <div className="field">
        <label htmlFor={`text-${notice.id}`}>Why</label>
        <Textarea
          id={`text-${notice.id}`}
          name="text"
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button type="submit" disabled={action.busy}>
        Send the answer
      </Button>
    </form>
  );
}

function Notice29({ action, mayAnswer }: { action: ActionView; mayAnswer: boolean }) {
  return (
    <li>
      <p>
        <strong>{action.kind === 'proposed' ? 'Action proposed' : 'Action taken'}</strong> on{' '}
        {action.lines.length === 1 ? 'line' : 'lines'} {action.lines.join(', ')}, <When at={action.at} />
      </p>
      <p>{action.reason}</p>
      <Definitions
        items={[
          ['Duty and fees as filed', formatMoney(action.before)],
          ['After the action', formatMoney(action.after)],
          ['Difference', formatMoney(action.difference)],
          ['State', action.state],
          action.due ? ['Answer due', <When key="due" at={action.due} relative />] : undefined,
          action.answer ? ['Answer', action.answer] : undefined,
        ]}
      />
      {mayAnswer && action.kind === 'proposed' && !action.answer && <AnswerForm action={action} />}
    </li>
  );
}

/** The actions of the agency on an entry (Form 29), with duty computed anew. */
export function Actions29({ dossier }: { dossier: DossierView }) {
  if (dossier.actions.length === 0) return null;
  return (
    <Section title="Actions (Form 29)">
      <ul className="evidence-list">
        {dossier.actions.map((action) => (
          <Notice29 key={action.id} action={action} mayAnswer={dossier.may.includes('answer-action')} />
        ))}
      </ul>
    </Section>
  );
}
