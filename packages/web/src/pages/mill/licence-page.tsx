import type { Party } from '@portolan/documents';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/use-session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { type FieldSpec, Fields } from './fields.tsx';
import { emptyLicence, exampleLicence, type LicenceForm, licenceOf } from './licence-form.ts';
import { useSign } from './use-sign.ts';

const day = 'Such as 2026-06-05';

const LICENCE: readonly FieldSpec<LicenceForm>[] = [
  { member: 'number', pointer: '/number', label: 'Licence number', required: true },
  { member: 'issuedOn', pointer: '/issuedOn', label: 'Issued on', hint: day, required: true },
  { member: 'validUntil', pointer: '/validUntil', label: 'Valid until', hint: day, required: true },
  { member: 'entryNumber', pointer: '/entryNumber', label: 'Entry number', hint: 'Where it is known' },
];

const PARTIES: readonly FieldSpec<LicenceForm>[] = [
  { member: 'importer', pointer: '/importer/name', label: 'Importer', required: true },
  { member: 'importerDid', pointer: '/importer/did', label: 'Identifier of the importer', hint: 'did:…' },
  { member: 'exporter', pointer: '/exporter/name', label: 'Exporter' },
  { member: 'exporterDid', pointer: '/exporter/did', label: 'Identifier of the exporter', hint: 'did:…' },
  { member: 'manufacturer', pointer: '/manufacturer/name', label: 'Manufacturer' },
  {
    member: 'manufacturerDid',
    pointer: '/manufacturer/did',
    label: 'Identifier of the manufacturer',
    hint: 'did:…',
  },
];

const JOURNEY: readonly FieldSpec<LicenceForm>[] = [
  { member: 'originCountry', pointer: '/originCountry', label: 'Country of origin', hint: 'Two letters' },
  { member: 'exportCountry', pointer: '/exportCountry', label: 'Country of export', hint: 'Two letters' },
  {
    member: 'portOfEntry',
    pointer: '/portOfEntry',
    label: 'Port of entry',
    hint: 'Four digits (Schedule D)',
  },
  { member: 'expectedExport', pointer: '/expectedExport', label: 'Expected export', hint: day },
  { member: 'expectedImport', pointer: '/expectedImport', label: 'Expected import', hint: day },
];

const LINES: readonly FieldSpec<LicenceForm>[] = [
  {
    member: 'lines',
    pointer: '/lines',
    label: 'Goods',
    hint: 'One a line: tariff number; category; melted in; poured in; kilograms; dollars (of aluminum: smelted in; cast in)',
    long: true,
  },
];

/** Signing an import licence (19 CFR part 360): customs matches it with the entry line by line. */
export function Component() {
  const session = useSession();
  const signing = useSign();
  const [form, setForm] = useState(emptyLicence);
  if (!session) return null;
  const { did, name } = session.tenant;
  const office: Party = { name, did, address: { country: 'US' } };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.sign('SteelImportLicense', licenceOf(form, office));
  };
  const fields = { form, refusals: signing.refusals, onChange: setForm };
  return (
    <Page
      title="Sign an import licence"
      lead="It counts at an agency that has entered your office as a signer of licences."
      trail={[{ to: '/certificates', label: 'Certificates' }]}
      actions={
        <Button type="button" outline onClick={() => setForm(exampleLicence)}>
          Fill in an example
        </Button>
      }
    >
      <ErrorSummary title="It was not signed" refusals={signing.refusals} />
      <form onSubmit={submit}>
        <Section title="Licence">
          <div className="field-row">
            <SelectField
              id="f-kind"
              label="Kind"
              value={form.kind}
              options={[
                ['regular', 'Regular: one importation'],
                ['low-value', 'Low value: many, of up to 5,000 dollars'],
              ]}
              onChange={(kind) => setForm({ ...form, kind })}
            />
            <SelectField
              id="f-metal"
              label="Metal"
              value={form.metal}
              options={[
                ['steel', 'Steel'],
                ['aluminum', 'Aluminum'],
              ]}
              onChange={(metal) => setForm({ ...form, metal })}
            />
          </div>
          <Fields {...fields} specs={LICENCE} />
        </Section>
        <Section title="Parties">
          <Fields {...fields} specs={PARTIES} />
        </Section>
        <Section title="Journey">
          <Fields {...fields} specs={JOURNEY} />
        </Section>
        <Section title="Goods">
          <Fields {...fields} specs={LINES} />
        </Section>
        <Button type="submit" disabled={signing.busy}>
          {signing.busy ? 'Signing…' : 'Sign'}
        </Button>
      </form>
    </Page>
  );
}
