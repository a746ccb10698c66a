import { TextField } from '../../../ui/text-field.tsx';
import { withoutBlanks } from '../worksheet/rows.tsx';
import type { OriginFieldsProps } from './origin-fields.tsx';

const FIELDS = [
  ['meltCountry', 'Steel melted in'],
  ['pourCountry', 'Steel poured in'],
  ['primarySmeltCountry', 'Primary smelt in'],
  ['secondarySmeltCountry', 'Secondary smelt in'],
  ['castCountry', 'Most recently cast in'],
] as const;

/** Where the metal was melted, poured, smelted and cast, as stated; never filled in from the country of origin. */
export function MeltFields({ form, onChange }: OriginFieldsProps) {
  if (!form.asksMelt) return null;
  return (
    <fieldset>
      <legend>Melt, smelt and cast</legend>
      <div className="field-row">
        {FIELDS.map(([member, label]) => (
          <TextField
            key={member}
            id={`field-${member}`}
            label={label}
            hint="Two letters"
            value={form.melt[member] ?? ''}
            onChange={(country) =>
              onChange({ ...form, melt: withoutBlanks({ ...form.melt, [member]: country.toUpperCase() }) })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
