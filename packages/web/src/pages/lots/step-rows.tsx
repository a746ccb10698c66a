import { Button } from '@trussworks/react-uswds';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { emptyRow, type StepRow } from './step.ts';

const UNITS = [
  ['KGM', 'kilogram'],
  ['TNE', 'tonne'],
  ['LBR', 'pound'],
  ['C62', 'pieces'],
  ['MTQ', 'cubic metre'],
  ['BLL', 'barrel'],
  ['LTR', 'litre'],
  ['GLL', 'gallon (US)'],
  ['GJ', 'gigajoule'],
  ['KWH', 'kilowatt hour'],
] as const;

/** A volume says nothing without the conditions it is stated at. */
const VOLUMES: ReadonlySet<string> = new Set(['MTQ', 'BLL', 'LTR', 'GLL']);

const BASES = [
  ['15C', '15 °C'],
  ['60F', '60 °F'],
  ['AMBIENT', 'as measured'],
] as const;

interface RowProps {
  id: string;
  row: StepRow;
  onChange: (row: StepRow) => void;
}

/** An amount with its unit and, of a volume, its base conditions. */
export function AmountFields({ id, row, onChange }: RowProps) {
  return (
    <>
      <TextField
        id={`${id}-value`}
        label="Amount"
        value={row.value}
        onChange={(value) => onChange({ ...row, value })}
        required
      />
      <SelectField
        id={`${id}-unit`}
        label="Unit"
        value={row.unit}
        options={UNITS}
        onChange={(unit) => onChange({ ...row, unit, base: VOLUMES.has(unit) ? row.base || '15C' : '' })}
      />
      {VOLUMES.has(row.unit) && (
        <SelectField
          id={`${id}-base`}
          label="Base conditions"
          value={row.base}
          options={BASES}
          onChange={(base) => onChange({ ...row, base })}
        />
      )}
    </>
  );
}

interface RowsProps {
  id: string;
  title: string;
  rows: readonly StepRow[];
  /** What a row tells beside its amount. */
  members: readonly ('lot' | 'commodity' | 'reason')[];
  onChange: (rows: readonly StepRow[]) => void;
}

const LABELS = { lot: 'Lot', commodity: 'Commodity', reason: 'Reason' } as const;

/** The lots at one side of a step, or what was lost; rows are added as they are needed. */
export function StepRows({ id, title, rows, members, onChange }: RowsProps) {
  const change = (index: number, row: StepRow) => onChange(rows.map((old, at) => (at === index ? row : old)));
  return (
    <fieldset className="usa-fieldset stack">
      <legend>{title}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own until they are signed
        <div className="field-row" key={index}>
          {members.map((member) => (
            <TextField
              key={member}
              id={`${id}-${index}-${member}`}
              label={LABELS[member]}
              value={row[member]}
              onChange={(value) => change(index, { ...row, [member]: value })}
              required={member !== 'reason'}
            />
          ))}
          <AmountFields id={`${id}-${index}`} row={row} onChange={(changed) => change(index, changed)} />
        </div>
      ))}
      <Button type="button" outline className="button-small" onClick={() => onChange([...rows, emptyRow])}>
        Add a row to {title.toLowerCase()}
      </Button>
    </fieldset>
  );
}
