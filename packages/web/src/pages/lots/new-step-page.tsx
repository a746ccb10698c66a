import type { PostedEvent } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useSearchParams } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { emptyRow, eventOf, type StepForm, sidesOf, stepKinds } from './step.ts';
import { AmountFields, StepRows } from './step-rows.tsx';
import { eventAddress, kindWords } from './words.ts';

/** Only members sign; a look at the ledger leads everybody else to sign in. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  await getAsMember(request, '/api/lots?limit=1');
  return null;
}

const SIDES = {
  inputs: { title: 'Taken', members: ['lot'] },
  outputs: { title: 'Made', members: ['lot', 'commodity'] },
  losses: { title: 'Lost', members: ['reason'] },
} as const;

const empty: StepForm = {
  ...{ kind: 'split', at: '', place: '', from: '', to: '', corrects: '', about: emptyRow },
  ...{ inputs: [emptyRow], outputs: [emptyRow], losses: [emptyRow] },
};

/** What the address says already: a correction is begun at the event that it is about. */
function beginning(search: URLSearchParams): StepForm {
  const [kind, event] = [search.get('kind'), search.get('event') ?? ''];
  const known = stepKinds.find((each) => each === kind) ?? empty.kind;
  return {
    ...empty,
    kind: known,
    corrects: event,
    about: { ...emptyRow, lot: known === 'void' ? event : '' },
  };
}

interface PartProps {
  form: StepForm;
  change: (change: Partial<StepForm>) => void;
}

/** What a measurement, a transfer or a correction is about. */
function About({ form, change }: PartProps) {
  const { kind, about, from, to } = form;
  const transfer = kind === 'title' || kind === 'custody';
  return (
    <div className="field-row">
      <TextField
        id="about-lot"
        label={kind === 'void' ? 'Name of the event' : 'Lot'}
        value={about.lot}
        onChange={(lot) => change({ about: { ...about, lot } })}
        required
      />
      {kind === 'measure' && (
        <AmountFields id="about" row={about} onChange={(row) => change({ about: row })} />
      )}
      {transfer && (
        <>
          <TextField
            id="from"
            label="From"
            hint="Your identifier"
            value={from}
            onChange={(text) => change({ from: text })}
            required
          />
          <TextField
            id="to"
            label="To"
            hint="Identifier of who receives"
            value={to}
            onChange={(text) => change({ to: text })}
            required
          />
        </>
      )}
    </div>
  );
}

/** Signing a step: what was made, split, blended, measured or passed on. */
export function Component() {
  const [search] = useSearchParams();
  const [form, setForm] = useState(() => beginning(search));
  const action = useAction();
  const change = (part: Partial<StepForm>) => setForm((old) => ({ ...old, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void action.run(
      () => call<PostedEvent>('POST', '/api/trace/events', { event: eventOf(form) }),
      (posted) => eventAddress(posted.event),
    );
  };
  const sides = sidesOf[form.kind];
  return (
    <Page
      title="Sign a step"
      lead="Your organization signs it, the log keeps its time, and it counts at once. A step that contradicts the ledger is refused before it is signed."
      trail={[{ to: '/lots', label: 'Lots' }]}
    >
      <Section title="What was done">
        <form className="stack" onSubmit={submit}>
          <ErrorSummary title="Not signed" refusals={action.refusals} />
          <div className="field-row">
            <SelectField
              id="kind"
              label="Kind"
              value={form.kind}
              options={stepKinds.map((kind) => [kind, kindWords(kind)] as const)}
              onChange={(kind) => change({ kind })}
            />
            <div className="field">
              <label htmlFor="at">When, in UTC</label>
              <span className="hint" id="at-hint">
                Empty for now
              </span>
              <input
                id="at"
                type="datetime-local"
                className="usa-input"
                aria-describedby="at-hint"
                value={form.at}
                onChange={(event) => change({ at: event.target.value })}
              />
            </div>
            <TextField
              id="place"
              label="Place"
              hint="Such as Yard 3, Laredo, US"
              value={form.place}
              onChange={(place) => change({ place })}
            />
          </div>
          {form.kind !== 'void' && (
            <TextField
              id="corrects"
              label="Replaces the event"
              hint="Name of an earlier event of yours that was wrong; both are kept, this one counts"
              value={form.corrects}
              onChange={(corrects) => change({ corrects })}
            />
          )}
          {sides.length === 0 && <About form={form} change={change} />}
          {sides.map((side) => (
            <StepRows
              key={side}
              id={side}
              title={SIDES[side].title}
              members={SIDES[side].members}
              rows={form[side]}
              onChange={(rows) => change({ [side]: rows })}
            />
          ))}
          <Button type="submit" disabled={action.busy}>
            Sign and enter
          </Button>
        </form>
      </Section>
    </Page>
  );
}
