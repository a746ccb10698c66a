import type { ActionView, DossierView } from '@portolan/contract';
import { Button, Checkbox, Radio, Textarea } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { programWords } from '../../format/codes.ts';
import { formatMoney } from '../../format/numbers.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';

export function loader({ request, params }: LoaderFunctionArgs): Promise<DossierView> {
  return getAsMember<DossierView>(request, `/api/entries/${params.number}`);
}

type Kind = 'proposed' | 'taken';

function Lines(props: { dossier: DossierView; chosen: readonly number[]; onToggle: (line: number) => void }) {
  const claimed = props.dossier.entry.lines.filter((line) => line.spi !== undefined);
  if (claimed.length === 0) return <p className="empty">No line claims a preference.</p>;
  return (
    <fieldset>
      <legend>Deny the claim on</legend>
      {claimed.map((line) => (
        <Checkbox
          key={line.number}
          id={`line-${line.number}`}
          name="lines"
          label={`Line ${line.number}: ${line.description} (${programWords(line.spi ?? '')})`}
          checked={props.chosen.includes(line.number)}
          onChange={() => props.onToggle(line.number)}
        />
      ))}
    </fieldset>
  );
}

function Preview({ preview }: { preview: ActionView }) {
  return (
    <div className="note" role="status">
      <Definitions
        items={[
          ['Duty and fees as filed', formatMoney(preview.before)],
          ['After the action', formatMoney(preview.after)],
          ['Difference', formatMoney(preview.difference)],
        ]}
      />
    </div>
  );
}

/** Proposing or taking an action (Form 29): the claim denied on lines, with duty computed anew. */
export function Component() {
  const dossier = useLoaderData<typeof loader>();
  const [kind, setKind] = useState<Kind>('proposed');
  const [lines, setLines] = useState<readonly number[]>([]);
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<ActionView>();
  const action = useAction();
  const path = `/api/entries/${dossier.entryNumber}/actions`;
  const toggle = (line: number) => {
    setPreview(undefined);
    setLines((before) =>
      before.includes(line) ? before.filter((kept) => kept !== line) : [...before, line],
    );
  };
  const compute = async () => {
    const body = { kind, lines, reason: reason || 'Preview', preview: true };
    setPreview(await action.run(() => call<ActionView>('POST', path, body)));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await action.run(
      () => call<ActionView>('POST', path, { kind, lines, reason }),
      () => `/entries/${dossier.entryNumber}`,
    );
  };
  return (
    <Page
      title="Action (Form 29)"
      lead="Importer and broker read the reason and see the duty computed anew."
      trail={[{ to: `/entries/${dossier.entryNumber}`, label: `Entry ${dossier.entryNumber}` }]}
    >
      <ErrorSummary title="Not done" refusals={action.refusals} />
      <Section title="Action">
        <form onSubmit={submit}>
          <Lines dossier={dossier} chosen={lines} onToggle={toggle} />
          <fieldset>
            <legend>Kind</legend>
            <Radio
              id="kind-proposed"
              name="kind"
              label="Propose"
              labelDescription="The importer may answer before it is taken."
              checked={kind === 'proposed'}
              onChange={() => setKind('proposed')}
            />
            <Radio
              id="kind-taken"
              name="kind"
              label="Take"
              labelDescription="The duty is due as computed."
              checked={kind === 'taken'}
              onChange={() => setKind('taken')}
            />
          </fieldset>
          <div className="field">
            <label htmlFor="field-reason">Reason</label>
            <Textarea
              id="field-reason"
              name="reason"
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          {preview && <Preview preview={preview} />}
          <div className="row">
            <Button type="button" outline disabled={action.busy || lines.length === 0} onClick={compute}>
              Compute the duty
            </Button>
            <Button type="submit" disabled={action.busy || lines.length === 0}>
              {kind === 'proposed' ? 'Sign and propose' : 'Sign and take'}
            </Button>
          </div>
        </form>
      </Section>
    </Page>
  );
}
