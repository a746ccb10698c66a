import type { TariffChoices } from '@portolan/contract';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { withoutBlanks } from '../worksheet/rows.tsx';
import type { OriginForm } from './form.ts';
import { MaterialFields } from './material-fields.tsx';
import { MeltFields } from './melt-fields.tsx';
import { OperationFields } from './operation-fields.tsx';

export interface OriginFieldsProps {
  form: OriginForm;
  choices: TariffChoices;
  onChange: (form: OriginForm) => void;
}

/** The good, its materials, and which kinds of origin are asked. */
export function OriginFields(props: OriginFieldsProps) {
  const { form, onChange } = props;
  return (
    <>
      <GoodFields {...props} />
      <MaterialFields materials={form.materials} onChange={(materials) => onChange({ ...form, materials })} />
      <KindFields {...props} />
      <OperationFields
        operations={form.operations}
        onChange={(operations) => onChange({ ...form, operations })}
      />
      <MeltFields {...props} />
    </>
  );
}

function GoodFields({ form, onChange }: OriginFieldsProps) {
  const { good } = form;
  const change = (part: Partial<OriginForm['good']>) => {
    const { hs = '', description = '', madeIn = '', ...rest } = withoutBlanks({ ...good, ...part });
    onChange({ ...form, good: { ...rest, hs, description, madeIn } });
  };
  const money = (member: 'value' | 'netCost') => (amount: string) => {
    const { [member]: _, ...rest } = good;
    onChange({ ...form, good: amount === '' ? rest : { ...rest, [member]: { amount, currency: 'USD' } } });
  };
  return (
    <fieldset>
      <legend>The good</legend>
      <div className="field-row">
        <TextField
          id="field-good-hs"
          label="HS or HTS number"
          required
          value={good.hs}
          onChange={(hs) => change({ hs })}
        />
        <TextField
          id="field-good-description"
          label="Description"
          required
          value={good.description}
          onChange={(description) => change({ description })}
        />
        <TextField
          id="field-good-madeIn"
          label="Produced in"
          hint="Two letters, such as MX"
          required
          value={good.madeIn}
          onChange={(madeIn) => change({ madeIn: madeIn.toUpperCase() })}
        />
        <TextField
          id="field-date"
          label="Date of importation"
          type="date"
          required
          value={form.date}
          onChange={(date) => onChange({ ...form, date })}
        />
        <TextField
          id="field-good-value"
          label="Value in US dollars"
          hint="Without international shipment"
          value={good.value?.amount ?? ''}
          onChange={money('value')}
        />
        <TextField
          id="field-good-netCost"
          label="Net cost in US dollars"
          value={good.netCost?.amount ?? ''}
          onChange={money('netCost')}
        />
        <TextField
          id="field-good-whollyObtained"
          label="Wholly obtained by"
          hint="The producer’s statement: grown, mined, born and raised"
          value={good.whollyObtained ?? ''}
          onChange={(whollyObtained) => change({ whollyObtained })}
        />
      </div>
    </fieldset>
  );
}

function KindFields({ form, choices, onChange }: OriginFieldsProps) {
  return (
    <fieldset>
      <legend>What is asked</legend>
      <div className="field-row">
        <SelectField
          id="field-agreement"
          label="Preference under"
          value={form.agreement}
          options={[
            ['', 'Not asked'],
            ...choices.agreements.map(({ code, name }): [string, string] => [code, name]),
          ]}
          onChange={(agreement) => onChange({ ...form, agreement })}
        />
        {form.agreement !== '' && (
          <TextField
            id="field-transit-through"
            label="Travelled through"
            hint="Countries outside the agreement; empty for a direct shipment"
            value={form.through}
            onChange={(through) => onChange({ ...form, through })}
          />
        )}
        <SelectField
          id="field-marking"
          label="Country for marking"
          value={form.marking ? 'yes' : 'no'}
          options={[
            ['no', 'Not asked'],
            ['yes', 'Asked (19 CFR part 102)'],
          ]}
          onChange={(value) => onChange({ ...form, marking: value === 'yes' })}
        />
        <SelectField
          id="field-melt"
          label="Melt, smelt and cast"
          value={form.asksMelt ? 'yes' : 'no'}
          options={[
            ['no', 'Not asked'],
            ['yes', 'Asked'],
          ]}
          onChange={(value) => onChange({ ...form, asksMelt: value === 'yes' })}
        />
      </div>
    </fieldset>
  );
}
