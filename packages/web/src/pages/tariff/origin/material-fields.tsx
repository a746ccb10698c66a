import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Rows } from '../worksheet/rows.tsx';
import type { Material } from './form.ts';

const ORIGINATING = [
  ['', 'Not known: counts as not originating'],
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

const ROLES = [
  ['material', 'Material'],
  ['retail-packing', 'Packing for retail sale'],
  ['shipping-packing', 'Packing for shipment'],
  ['accessory', 'Accessory, spare part or tool'],
  ['indirect', 'Indirect material'],
  ['diluent', 'Diluent'],
  ['set-component', 'Component of a set'],
] as const;

interface MaterialFieldsProps {
  materials: readonly Material[];
  onChange: (materials: Material[]) => void;
}

/** What the good is made of: each material's number, value and country decide the change of classification and the content. */
export function MaterialFields({ materials, onChange }: MaterialFieldsProps) {
  return (
    <Rows
      legend="Materials"
      noun="material"
      rows={materials}
      blank={{ id: `m${materials.length + 1}`, description: '' } as Material}
      onChange={onChange}
      fields={(row, change, index) => (
        <>
          <TextField
            id={`field-materials-${index}-description`}
            label="Description"
            required
            value={row.description ?? ''}
            onChange={(description) => change({ description })}
          />
          <TextField
            id={`field-materials-${index}-hs`}
            label="HS number"
            hint="Six digits or more"
            value={row.hs ?? ''}
            onChange={(hs) => change({ hs })}
          />
          <TextField
            id={`field-materials-${index}-value`}
            label="Value in US dollars"
            value={row.value?.amount ?? ''}
            onChange={(amount) =>
              change({ value: amount === '' ? (undefined as never) : { amount, currency: 'USD' } })
            }
          />
          <TextField
            id={`field-materials-${index}-country`}
            label="Made in"
            hint="Two letters"
            value={row.country ?? ''}
            onChange={(country) => change({ country: country.toUpperCase() })}
          />
          <SelectField
            id={`field-materials-${index}-originating`}
            label="Originating"
            value={row.originating === undefined ? '' : row.originating ? 'yes' : 'no'}
            options={ORIGINATING}
            onChange={(value) =>
              change({ originating: value === '' ? (undefined as never) : value === 'yes' })
            }
          />
          <SelectField
            id={`field-materials-${index}-role`}
            label="What it is to the good"
            value={row.role ?? 'material'}
            options={ROLES}
            onChange={(role) => change({ role })}
          />
        </>
      )}
    />
  );
}
