import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { ValueFormProps } from './value-form.tsx';

const SHOWN = [
  ['', 'Not shown'],
  ['industry-pricing', 'Priced as the industry prices'],
  ['price-to-unrelated-buyers', 'Priced as to unrelated buyers'],
  ['all-costs-plus-profit', 'All costs and the usual profit are recovered'],
] as const;

/** Whether buyer and seller are related, and what shows that the price is not influenced by it. */
export function RelationshipFields({ question, onChange }: ValueFormProps) {
  const { relationship } = question;
  const shown = relationship?.circumstances?.shown ?? '';
  const show = (value: (typeof SHOWN)[number][0], words: string) => {
    const { circumstances: _, ...rest } = relationship ?? { related: true };
    const circumstances = value === '' ? {} : { circumstances: { shown: value, words: words || value } };
    onChange({ ...question, relationship: { ...rest, ...circumstances } });
  };
  return (
    <fieldset>
      <legend>Buyer and seller</legend>
      <div className="field-row">
        <SelectField
          id="field-relationship-related"
          label="Related parties"
          value={relationship?.related ? 'yes' : 'no'}
          options={[
            ['no', 'No'],
            ['yes', 'Yes'],
          ]}
          onChange={(value) =>
            onChange({ ...question, relationship: { ...relationship, related: value === 'yes' } })
          }
        />
        {relationship?.related && (
          <>
            <SelectField
              id="field-relationship-circumstances-shown"
              label="Circumstances of the sale"
              value={shown}
              options={SHOWN}
              onChange={(value) => show(value, relationship.circumstances?.words ?? '')}
            />
            {shown !== '' && (
              <TextField
                id="field-relationship-circumstances-words"
                label="What shows it"
                required
                value={relationship.circumstances?.words ?? ''}
                onChange={(words) => show(shown, words)}
              />
            )}
          </>
        )}
      </div>
    </fieldset>
  );
}
