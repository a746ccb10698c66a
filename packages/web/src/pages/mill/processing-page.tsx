import { type MetalProcess, metalProcesses, type Party } from '@portolan/documents';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/use-session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { type FieldSpec, Fields } from './fields.tsx';
import { emptyProcessing, exampleProcessing, type ProcessingForm, processingOf } from './processing-form.ts';
import { useSign } from './use-sign.ts';

const piece = 'One a line: name of the piece; heat; identifier of its mill; kilograms';

const RECORD: readonly FieldSpec<ProcessingForm>[] = [
  { member: 'number', pointer: '/number', label: 'Number of the record', required: true },
  {
    member: 'at',
    pointer: '/at',
    label: 'Done at',
    hint: 'In UTC, such as 2026-06-05T09:00:00Z',
    required: true,
  },
  { member: 'works', pointer: '/place/name', label: 'Works', required: true },
  { member: 'country', pointer: '/place/country', label: 'Country', hint: 'Two letters', required: true },
];

const PIECES: readonly FieldSpec<ProcessingForm>[] = [
  { member: 'inputs', pointer: '/inputs', label: 'Pieces taken', hint: piece, long: true, required: true },
  { member: 'outputs', pointer: '/outputs', label: 'Pieces made', hint: piece, long: true, required: true },
  { member: 'losses', pointer: '/losses', label: 'Lost', hint: 'One a line: reason; kilograms', long: true },
  {
    member: 'added',
    pointer: '/added',
    label: 'Put on',
    hint: 'Zinc or paint, one a line: material; kilograms',
    long: true,
  },
];

const PROCESSES = metalProcesses.map((name): readonly [MetalProcess, string] => [
  name,
  name.replaceAll('-', ' '),
]);

/** Signing what a service centre did to goods: each piece names its parent heat, and the masses come out even. */
export function Component() {
  const session = useSession();
  const signing = useSign();
  const [form, setForm] = useState(emptyProcessing);
  if (!session) return null;
  const { did, name } = session.tenant;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const processor: Party = { name, did, address: { country: form.country } };
    signing.sign('ProcessingRecord', processingOf(form, processor));
  };
  const fields = { form, refusals: signing.refusals, onChange: setForm };
  return (
    <Page
      title="Sign a processing record"
      lead="What went in comes out, or is lost: a mass that appears or vanishes is found."
      trail={[{ to: '/certificates', label: 'Certificates' }]}
      actions={
        <Button type="button" outline onClick={() => setForm(exampleProcessing(did))}>
          Fill in an example
        </Button>
      }
    >
      <ErrorSummary title="It was not signed" refusals={signing.refusals} />
      <form onSubmit={submit}>
        <Section title="Record">
          <SelectField
            id="f-process"
            label="What was done"
            value={form.process}
            options={PROCESSES}
            onChange={(process) => setForm({ ...form, process })}
          />
          <Fields {...fields} specs={RECORD} />
        </Section>
        <Section title="Pieces">
          <Fields {...fields} specs={PIECES} />
        </Section>
        <Button type="submit" disabled={signing.busy}>
          {signing.busy ? 'Signing…' : 'Sign'}
        </Button>
      </form>
    </Page>
  );
}
