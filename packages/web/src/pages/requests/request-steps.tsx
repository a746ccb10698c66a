import type { RequestView } from '@portolan/contract';
import { Button, Radio, Textarea, TextInput } from '@trussworks/react-uswds';
import { type FormEvent, type ReactNode, useState } from 'react';
import { call } from '../../api/client.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

interface StepProps {
  request: RequestView;
  step: 'extend' | 'escalate' | 'close';
  title: string;
  submit: string;
  /** The body beside the reason. */
  body: object;
  children: ReactNode;
}

function Step({ request, step, title, submit, body, children }: StepProps) {
  const [reason, setReason] = useState('');
  const action = useAction();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    await action.run(() => call('POST', `/api/requests/${request.id}/${step}`, { ...body, reason }));
  };
  return (
    <details className="section no-print">
      <summary>{title}</summary>
      <ErrorSummary title="Not done" refusals={action.refusals} />
      <form onSubmit={onSubmit}>
        {children}
        <div className="field">
          <label htmlFor={`${step}-reason`}>Reason</label>
          <Textarea
            id={`${step}-reason`}
            name="reason"
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <Button type="submit" disabled={action.busy}>
          {submit}
        </Button>
      </form>
    </details>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  legend: string;
  options: readonly (readonly [T, string])[];
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ name, legend, options, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([option, label]) => (
        <Radio
          key={option}
          id={`${name}-${option}`}
          name={name}
          label={label}
          checked={value === option}
          onChange={() => onChange(option)}
        />
      ))}
    </fieldset>
  );
}

/** Asking for more time, or granting it. */
export function ExtendForm({ request }: { request: RequestView }) {
  const [days, setDays] = useState('30');
  return (
    <Step request={request} step="extend" title="More time" submit="Extend" body={{ days: Number(days) }}>
      <div className="field">
        <label htmlFor="extend-days">Days (1 to 90)</label>
        <TextInput
          id="extend-days"
          name="days"
          type="text"
          inputMode="numeric"
          pattern="[1-9][0-9]?"
          required
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </div>
    </Step>
  );
}

/** Turning to the exporter or the producer before a claim is denied. */
export function EscalateForm({ request }: { request: RequestView }) {
  const [to, setTo] = useState<'exporter' | 'producer'>('producer');
  return (
    <Step
      request={request}
      step="escalate"
      title="Turn to the exporter or producer"
      submit="Turn to them"
      body={{ to }}
    >
      <Choice
        name="escalate-to"
        legend="To whom"
        options={[
          ['exporter', 'The exporter'],
          ['producer', 'The producer'],
        ]}
        value={to}
        onChange={setTo}
      />
    </Step>
  );
}

/** Closing a request: the answer was enough, or it was not. */
export function CloseForm({ request }: { request: RequestView }) {
  const [outcome, setOutcome] = useState<'satisfied' | 'not-satisfied'>('satisfied');
  return (
    <Step request={request} step="close" title="Close the request" submit="Close" body={{ outcome }}>
      <Choice
        name="close-outcome"
        legend="Outcome"
        options={[
          ['satisfied', 'The answer is enough'],
          ['not-satisfied', 'The answer is not enough'],
        ]}
        value={outcome}
        onChange={setOutcome}
      />
    </Step>
  );
}
