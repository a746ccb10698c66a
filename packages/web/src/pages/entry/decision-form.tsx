import type { DossierView } from '@portolan/contract';
import { Button, Radio, Textarea } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';

const OUTCOMES = [
  ['accept', 'Accept', 'The entry stands as filed.'],
  ['hold', 'Hold', 'The goods wait; say for what.'],
  ['refuse', 'Refuse', 'The entry is rejected with your reason.'],
] as const;

/** An officer's decision with its reason, which every party reads. */
export function DecisionForm({ dossier }: { dossier: DossierView }) {
  const [outcome, setOutcome] = useState<string>();
  const [reason, setReason] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const path = `/api/entries/${dossier.entryNumber}/decision`;
    const done = await action.run(() => call<DossierView>('POST', path, { outcome, reason }));
    if (done) announce(`Decided: ${done.stateWords}`);
  };
  return (
    <Section title="Decide">
      <ErrorSummary title="Not decided" refusals={action.refusals} />
      <form onSubmit={submit}>
        <fieldset>
          <legend>Decision</legend>
          {OUTCOMES.map(([value, label, hint]) => (
            <Radio
              key={value}
              id={`field-outcome-${value}`}
              name="outcome"
              label={label}
              labelDescription={hint}
              value={value}
              required
              checked={outcome === value}
              onChange={() => setOutcome(value)}
            />
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="field-reason">Reason</label>
          <span className="hint" id="reason-hint">
            Importer, broker and every party to the entry will read it.
          </span>
          <Textarea
            id="field-reason"
            name="reason"
            required
            aria-describedby="reason-hint"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div className="row">
          <Button type="submit" disabled={action.busy}>
            Sign the decision
          </Button>
          {dossier.may.includes('ask') && <Link to={`/entries/${dossier.entryNumber}/ask`}>Ask first</Link>}
          {dossier.may.includes('act') && (
            <Link to={`/entries/${dossier.entryNumber}/action`}>Propose or take an action</Link>
          )}
        </div>
      </form>
    </Section>
  );
}
