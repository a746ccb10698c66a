import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Rows } from '../worksheet/rows.tsx';
import { type ClassifyQuestion, withMaterials, withText } from './question.ts';

const WEARERS = [
  ['', 'Not for wearing, or not known'],
  ['women', 'Women'],
  ['men', 'Men'],
  ['girls', 'Girls'],
  ['boys', 'Boys'],
  ['baby', 'Babies'],
] as const;

interface FactsFormProps {
  readonly question: ClassifyQuestion;
  readonly onChange: (question: ClassifyQuestion) => void;
}

/** The facts of a product: what it is called, made of, for, and worth. No tariff code is asked. */
export function FactsForm({ question, onChange }: FactsFormProps) {
  const { facts } = question;
  const text = (name: Parameters<typeof withText>[1]) => (value: string) =>
    onChange(withText(question, name, value));
  return (
    <>
      <TextField
        id="field-facts-title"
        label="What is it?"
        hint="As a seller or an invoice names it, for example: women's knitted cotton hoodie"
        required
        value={facts.title ?? ''}
        onChange={text('title')}
      />
      <Rows
        legend="Materials"
        noun="material"
        rows={facts.materials ?? []}
        blank={{ name: '' }}
        onChange={(materials) => onChange(withMaterials(question, materials))}
        fields={(row, change, index) => (
          <>
            <TextField
              id={`field-facts-materials-${index}-name`}
              label="Material"
              required
              value={row.name ?? ''}
              onChange={(name) => change({ name })}
            />
            <TextField
              id={`field-facts-materials-${index}-percent`}
              label="Percent of the weight"
              value={row.percent ?? ''}
              onChange={(value) => change({ percent: value })}
            />
          </>
        )}
      />
      <TextField
        id="field-facts-form"
        label="Form"
        hint="Knitted or woven, frozen, in sheets, set of three"
        value={facts.form ?? ''}
        onChange={text('form')}
      />
      <TextField
        id="field-facts-use"
        label="Use"
        hint="What it is for: kitchen, car, motorcycle, medical"
        value={facts.use ?? ''}
        onChange={text('use')}
      />
      <SelectField
        id="field-facts-wearer"
        label="Made for"
        value={(facts.wearer ?? '') as (typeof WEARERS)[number][0]}
        options={WEARERS}
        onChange={text('wearer')}
      />
      <TextField
        id="field-facts-unitValue"
        label="Value of one piece in US dollars"
        value={facts.unitValue ?? ''}
        onChange={text('unitValue')}
      />
      <TextField id="field-facts-gtin" label="GTIN" value={facts.gtin ?? ''} onChange={text('gtin')} />
      <TextField id="field-facts-sku" label="Item number" value={facts.sku ?? ''} onChange={text('sku')} />
    </>
  );
}
