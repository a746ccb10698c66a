import type { Refusal } from '@portolan/kernel';
import { fieldId } from '../../format/identifiers.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Values } from './document.ts';
import type { AttestationField } from './fields.ts';

interface AttestationFieldsProps {
  fields: readonly AttestationField[];
  values: Values;
  refusals: readonly Refusal[];
  onChange: (values: Values) => void;
}

const GROUPS: Readonly<Record<string, string>> = {
  organization: 'Organization',
  checks: 'What was checked, and how',
};

/** The fields of an attestation, in groups: the organization, the checks, what is said. */
export function AttestationFields(props: AttestationFieldsProps) {
  const groups = Map.groupBy(
    props.fields,
    ({ column }) => GROUPS[column.split('.')[0] ?? ''] ?? 'What is said',
  );
  return (
    <>
      {[...groups].map(([title, fields]) => (
        <fieldset key={title} className="good">
          <legend>{title}</legend>
          <div className="field-row">
            {fields.map((field) => (
              <Field key={field.column} field={field} {...props} />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

function Field({ field, values, refusals, onChange }: AttestationFieldsProps & { field: AttestationField }) {
  const { column, pointer, label, hint, options, form, required } = field;
  const value = values[column] ?? '';
  const change = (text: string) => onChange({ ...values, [column]: text });
  if (options)
    return (
      <SelectField
        id={fieldId(pointer)}
        label={required ? label : `${label} (optional)`}
        value={value}
        options={[['', 'Choose'], ...options.map((option) => [option, option] as const)]}
        onChange={change}
      />
    );
  return (
    <TextField
      id={fieldId(pointer)}
      label={label}
      {...(hint ? { hint } : {})}
      required={required}
      type={form === 'date' ? 'date' : 'text'}
      value={value}
      error={refusals.find(({ path }) => path === pointer)?.mend}
      onChange={change}
    />
  );
}
