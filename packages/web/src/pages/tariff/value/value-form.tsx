import type { TariffChoices, ValueQuestion } from '@portolan/contract';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Rows, withoutBlanks } from '../worksheet/rows.tsx';
import { AdjustmentFields } from './adjustment-fields.tsx';
import { RelationshipFields } from './relationship-fields.tsx';

export interface ValueFormProps {
  question: ValueQuestion;
  choices: TariffChoices;
  onChange: (question: ValueQuestion) => void;
}

/** The sale: currency, day of exportation, delivery term, lines, what is added and taken off, how the parties are related. */
export function ValueForm(props: ValueFormProps) {
  const { question, onChange } = props;
  return (
    <>
      <SaleFields {...props} />
      <Rows
        legend="Lines of the invoice"
        noun="line"
        rows={question.lines}
        blank={{ number: String(question.lines.length + 1), price: '' }}
        onChange={(lines) => onChange({ ...question, lines })}
        fields={(line, change, index) => (
          <>
            <TextField
              id={`field-lines-${index}-number`}
              label="Line number"
              required
              value={line.number ?? ''}
              onChange={(number) => change({ number })}
            />
            <TextField
              id={`field-lines-${index}-description`}
              label="Goods"
              value={line.description ?? ''}
              onChange={(description) => change({ description })}
            />
            <TextField
              id={`field-lines-${index}-price`}
              label={`Price in ${question.currency}`}
              hint="Paid or payable for the line"
              required
              value={line.price ?? ''}
              onChange={(price) => change({ price })}
            />
            <TextField
              id={`field-lines-${index}-weight`}
              label="Weight"
              hint="Only to share charges by weight"
              value={line.weight ?? ''}
              onChange={(weight) => change({ weight })}
            />
          </>
        )}
      />
      <AdjustmentFields {...props} />
      <RelationshipFields {...props} />
    </>
  );
}

function SaleFields({ question, choices, onChange }: ValueFormProps) {
  const term = question.incoterm;
  const changeTerm = (part: { code?: string; place?: string }) => {
    const { incoterm: _, ...rest } = question;
    const next = withoutBlanks({ ...term, ...part });
    onChange(next.code ? { ...rest, incoterm: { ...next, code: next.code } } : rest);
  };
  return (
    <div className="field-row">
      <TextField
        id="field-currency"
        label="Currency of the sale"
        hint={`Three letters; rates are at hand for ${choices.currencies.join(', ') || 'none'}, USD needs none`}
        required
        value={question.currency}
        onChange={(currency) => onChange({ ...question, currency: currency.toUpperCase() })}
      />
      <TextField
        id="field-exportDate"
        label="Date of exportation"
        hint="Decides the rate of exchange"
        type="date"
        required
        value={question.exportDate}
        onChange={(exportDate) => onChange({ ...question, exportDate })}
      />
      <SelectField
        id="field-incoterm-code"
        label="Delivery term"
        value={term?.code ?? ''}
        options={[
          ['', 'Not given'],
          ...choices.incoterms.map(({ code, name }): [string, string] => [code, `${code} – ${name}`]),
        ]}
        onChange={(code) => changeTerm({ code })}
      />
      {term && (
        <TextField
          id="field-incoterm-place"
          label="Place of the delivery term"
          value={term.place ?? ''}
          onChange={(place) => changeTerm({ place })}
        />
      )}
    </div>
  );
}
