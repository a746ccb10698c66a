import type { TariffDataView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { sendData } from './send-data.ts';

const KINDS = [
  ['edition', 'Edition of the schedule (official JSON export)'],
  ['cases', 'Antidumping and countervailing cases (JSON)'],
  ['measures', 'Rates and exclusions of additional duties (JSON)'],
  ['exchange-rates', 'Rates of exchange (CSV)'],
] as const;

const CERTAINTIES = [
  ['unverified', 'Not checked'],
  ['secondary', 'Told by others'],
  ['verified', 'Checked against the official text'],
  ['official', 'The official text itself'],
] as const;

const blank = {
  kind: 'edition',
  name: '',
  effective: '',
  until: '',
  published: '',
  unknownAfter: '',
  source: '',
  certainty: 'unverified',
};

/** Imports a file for the own organization, with its dates and source. */
export function ImportForm() {
  const [fields, setFields] = useState(blank);
  const [file, setFile] = useState<File>();
  const [done, setDone] = useState<TariffDataView>();
  const action = useAction();
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const change = (part: Partial<typeof blank>) => setFields((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    setDone(undefined);
    const view = await action.run(() => sendData(fields, file));
    if (!view) return;
    setDone(view);
    announce(`${view.title} is imported.`);
    await revalidate();
  };
  return (
    <form onSubmit={submit} className="no-print">
      <ErrorSummary title="Not imported" refusals={action.refusals} />
      {done && (
        <Notice tone="good">
          {done.title} is imported: {done.rows} rows.
        </Notice>
      )}
      <div className="field-row">
        <SelectField
          id="field-kind"
          label="What the file holds"
          value={fields.kind}
          options={KINDS}
          onChange={(kind) => change({ kind })}
        />
        <TextField
          id="field-name"
          label="Short name"
          hint="Used up for ever, such as 2026-rev-9"
          required
          value={fields.name}
          onChange={(name) => change({ name })}
        />
        {fields.kind === 'edition' && <EditionDates fields={fields} change={change} />}
        <TextField
          id="field-source"
          label="Source"
          hint="Who published it, and where it was taken from"
          required
          value={fields.source}
          onChange={(source) => change({ source })}
        />
        <SelectField
          id="field-certainty"
          label="How sure it is"
          value={fields.certainty}
          options={CERTAINTIES}
          onChange={(certainty) => change({ certainty })}
        />
        <div className="field">
          <label htmlFor="field-file">File, plain or gzip</label>
          <input
            id="field-file"
            type="file"
            required
            onChange={(event: ChangeEvent<HTMLInputElement>) => setFile(event.target.files?.[0])}
          />
        </div>
      </div>
      <Button type="submit" disabled={action.busy}>
        {action.busy ? 'Importing…' : 'Import'}
      </Button>
    </form>
  );
}

interface EditionDatesProps {
  fields: typeof blank;
  change: (part: Partial<typeof blank>) => void;
}

/** What the file of an edition does not say about itself. */
function EditionDates({ fields, change }: EditionDatesProps) {
  return (
    <>
      <TextField
        id="field-effective"
        label="In force from"
        type="date"
        required
        value={fields.effective}
        onChange={(effective) => change({ effective })}
      />
      <TextField
        id="field-until"
        label="Known to hold until"
        hint="Nothing is priced after it without a reason"
        type="date"
        required
        value={fields.until}
        onChange={(until) => change({ until })}
      />
      <TextField
        id="field-published"
        label="Published"
        hint="The first day unless given"
        type="date"
        value={fields.published}
        onChange={(published) => change({ published })}
      />
      <TextField
        id="field-unknownAfter"
        label="Unknown after it"
        value={fields.unknownAfter}
        onChange={(unknownAfter) => change({ unknownAfter })}
      />
    </>
  );
}
