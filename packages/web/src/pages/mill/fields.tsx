import type { Refusal } from '@portolan/kernel';
import { fieldId } from '../../format/identifiers.ts';
import { TextField } from '../../ui/text-field.tsx';

/** A text of a form: its member, where it stands in the document, and what it is called. */
export interface FieldSpec<Form> {
  member: { [Name in keyof Form]: Form[Name] extends string ? Name : never }[keyof Form] & string;
  pointer: string;
  label: string;
  hint?: string;
  required?: boolean;
  long?: boolean;
}

interface FieldsProps<Form> {
  specs: readonly FieldSpec<Form>[];
  form: Form;
  refusals: readonly Refusal[];
  onChange: (form: Form) => void;
}

/** Text fields side by side, each with the reason beside it where the node refused it. */
export function Fields<Form extends object>({ specs, form, refusals, onChange }: FieldsProps<Form>) {
  return (
    <div className="field-row">
      {specs.map(({ member, pointer, ...spec }) => (
        <TextField
          key={member}
          id={fieldId(pointer)}
          {...spec}
          value={String(form[member])}
          error={refusals.find(({ path }) => path === pointer || path.startsWith(`${pointer}/`))?.mend}
          onChange={(value) => onChange({ ...form, [member]: value })}
        />
      ))}
    </div>
  );
}
