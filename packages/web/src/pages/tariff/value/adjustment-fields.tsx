import type { ValueQuestion } from '@portolan/contract';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Rows } from '../worksheet/rows.tsx';
import type { ValueFormProps } from './value-form.tsx';

type Adjustment = NonNullable<ValueQuestion['adjustments']>[number];

const INCLUDED = [
  ['', 'As the delivery term says'],
  ['yes', 'In the price'],
  ['no', 'Beside the price'],
] as const;

function includedIn({ includedInPrice }: Adjustment): (typeof INCLUDED)[number][0] {
  return includedInPrice === undefined ? '' : includedInPrice ? 'yes' : 'no';
}

/** Charges, additions and deductions: what each is, how much, for which line, and whether the price holds it. */
export function AdjustmentFields({ question, choices, onChange }: ValueFormProps) {
  const kinds = choices.adjustments.map(({ code, name }): [string, string] => [code, name]);
  const [first = ['international-freight', 'International freight']] = kinds;
  return (
    <Rows
      legend="Additions and deductions"
      noun="amount"
      rows={question.adjustments ?? []}
      blank={{ kind: first[0], amount: '' } as Adjustment}
      onChange={(adjustments) => onChange({ ...question, adjustments })}
      fields={(row, change, index) => (
        <>
          <SelectField
            id={`field-adjustments-${index}-kind`}
            label="What it is"
            value={row.kind ?? first[0]}
            options={kinds}
            onChange={(kind) => change({ kind })}
          />
          <TextField
            id={`field-adjustments-${index}-amount`}
            label="Amount"
            required
            value={row.amount ?? ''}
            onChange={(amount) => change({ amount })}
          />
          <TextField
            id={`field-adjustments-${index}-currency`}
            label="Currency"
            hint={`${question.currency} unless given`}
            value={row.currency ?? ''}
            onChange={(currency) => change({ currency: currency.toUpperCase() })}
          />
          <TextField
            id={`field-adjustments-${index}-line`}
            label="Line"
            hint="All lines unless given"
            value={row.line ?? ''}
            onChange={(line) => change({ line })}
          />
          <SelectField
            id={`field-adjustments-${index}-includedInPrice`}
            label="Where it stands"
            value={includedIn(row)}
            options={INCLUDED}
            onChange={(value) => {
              const { includedInPrice: _, ...rest } = row;
              change(
                value === ''
                  ? { ...rest, includedInPrice: undefined as never }
                  : { includedInPrice: value === 'yes' },
              );
            }}
          />
        </>
      )}
    />
  );
}
