import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import type { FormEvent } from 'react';
import { fieldId } from '../../format/identifiers.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CertificationForm } from './certification.ts';
import { GoodsFields } from './goods-fields.tsx';

type TextMember = {
  [Name in keyof CertificationForm]: CertificationForm[Name] extends string ? Name : never;
}[keyof CertificationForm];

interface Spec {
  member: TextMember;
  /** Where the value stands in the document. */
  pointer: string;
  label: string;
  hint?: string;
  required?: boolean;
  type?: 'text' | 'date' | 'email' | 'tel';
}

const IDENTITY: readonly Spec[] = [
  { member: 'number', pointer: '/number', label: 'Number', required: true },
  { member: 'completedOn', pointer: '/completedOn', label: 'Completed on', type: 'date', required: true },
  {
    member: 'invoiceNumbers',
    pointer: '/invoiceNumbers',
    label: 'Invoices',
    hint: 'Numbers, separated by commas; leave empty for a blanket period.',
  },
  { member: 'blanketFrom', pointer: '/blanketPeriod/from', label: 'Blanket period from', type: 'date' },
  {
    member: 'blanketTo',
    pointer: '/blanketPeriod/to',
    label: 'Blanket period to',
    type: 'date',
    hint: 'At most twelve months.',
  },
];

const CERTIFIER: readonly Spec[] = [
  { member: 'name', pointer: '/certifier/party/name', label: 'Name', required: true },
  { member: 'street', pointer: '/certifier/party/address/street', label: 'Street' },
  { member: 'city', pointer: '/certifier/party/address/city', label: 'City' },
  { member: 'region', pointer: '/certifier/party/address/region', label: 'State or region' },
  { member: 'postalCode', pointer: '/certifier/party/address/postalCode', label: 'Postal code' },
  {
    member: 'country',
    pointer: '/certifier/party/address/country',
    label: 'Country',
    hint: 'Two letters, such as MX',
    required: true,
  },
  { member: 'phone', pointer: '/certifier/party/contact/phone', label: 'Telephone', type: 'tel' },
  { member: 'email', pointer: '/certifier/party/contact/email', label: 'E-mail address', type: 'email' },
  { member: 'signatory', pointer: '/certifier/signatory/name', label: 'Signatory', required: true },
  { member: 'title', pointer: '/certifier/signatory/title', label: 'Title of the signatory', required: true },
];

interface FieldsProps {
  form: CertificationForm;
  refusals: readonly Refusal[];
  onChange: (form: CertificationForm) => void;
}

function TextFields({ specs, form, refusals, onChange }: FieldsProps & { specs: readonly Spec[] }) {
  return (
    <div className="field-row">
      {specs.map(({ member, pointer, ...spec }) => (
        <TextField
          key={member}
          id={fieldId(pointer)}
          {...spec}
          value={form[member]}
          error={refusals.find((refusal) => refusal.path === pointer)?.mend}
          onChange={(value) => onChange({ ...form, [member]: value })}
        />
      ))}
    </div>
  );
}

function ImporterFields(props: FieldsProps) {
  const { form, onChange } = props;
  if (form.role === 'importer') return null;
  const named: readonly Spec[] = [
    { member: 'importerName', pointer: '/importer/name', label: 'Importer’s name', required: true },
    {
      member: 'importerCountry',
      pointer: '/importer/address/country',
      label: 'Importer’s country',
      required: true,
    },
  ];
  return (
    <>
      <SelectField
        id={fieldId('/importer')}
        label="Importer"
        value={form.importer}
        options={[
          ['unknown', 'Not known'],
          ['various', 'Various'],
          ['named', 'Named below'],
        ]}
        onChange={(importer) => onChange({ ...form, importer })}
      />
      {form.importer === 'named' && <TextFields {...props} specs={named} />}
    </>
  );
}

/** The elements of a certification of origin, element by element. */
export function CertificationFields(props: FieldsProps & { busy: boolean; onSign: () => void }) {
  const { form, busy, onChange, onSign } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSign();
  };
  return (
    <form onSubmit={submit}>
      <div className="field-row">
        <SelectField
          id={fieldId('/agreement')}
          label="Agreement"
          value={form.agreement}
          options={[
            ['USMCA', 'USMCA'],
            ['CAFTA-DR', 'CAFTA-DR'],
          ]}
          onChange={(agreement) => onChange({ ...form, agreement })}
        />
        <SelectField
          id={fieldId('/certifier/role')}
          label="You certify as"
          value={form.role}
          options={[
            ['producer', 'Producer'],
            ['exporter', 'Exporter'],
            ['importer', 'Importer'],
          ]}
          onChange={(role) => onChange({ ...form, role })}
        />
      </div>
      <TextFields {...props} specs={IDENTITY} />
      <h3>Certifier</h3>
      <TextFields {...props} specs={CERTIFIER} />
      <ImporterFields {...props} />
      <GoodsFields
        agreement={form.agreement}
        goods={form.goods}
        refusals={props.refusals}
        onChange={(goods) => onChange({ ...form, goods })}
      />
      <TextField
        id={fieldId('/statement')}
        label="Certification statement"
        hint="The statement that the agreement prescribes."
        long
        required
        value={form.statement}
        error={props.refusals.find((refusal) => refusal.path === '/statement')?.mend}
        onChange={(statement) => onChange({ ...form, statement })}
      />
      <Button type="submit" disabled={busy}>
        {busy ? 'Signing…' : 'Sign'}
      </Button>
    </form>
  );
}
