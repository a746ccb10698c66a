import { TextField } from '../../../ui/text-field.tsx';
import { Rows } from '../worksheet/rows.tsx';
import type { Operation } from './form.ts';

interface OperationFieldsProps {
  operations: readonly Operation[];
  onChange: (operations: Operation[]) => void;
}

/** Operations in order: the facts on which substantial transformation is decided, by a ruling or an officer. */
export function OperationFields({ operations, onChange }: OperationFieldsProps) {
  return (
    <Rows
      legend="Operations, for substantial transformation"
      noun="operation"
      rows={operations}
      blank={{ country: '', what: '' }}
      onChange={onChange}
      fields={(row, change, index) => (
        <>
          <TextField
            id={`field-operations-${index}-country`}
            label="Country"
            required
            value={row.country ?? ''}
            onChange={(country) => change({ country: country.toUpperCase() })}
          />
          <TextField
            id={`field-operations-${index}-what`}
            label="What was done"
            required
            value={row.what ?? ''}
            onChange={(what) => change({ what })}
          />
          <TextField
            id={`field-operations-${index}-nameBefore`}
            label="Name before"
            value={row.nameBefore ?? ''}
            onChange={(nameBefore) => change({ nameBefore })}
          />
          <TextField
            id={`field-operations-${index}-nameAfter`}
            label="Name after"
            value={row.nameAfter ?? ''}
            onChange={(nameAfter) => change({ nameAfter })}
          />
          <TextField
            id={`field-operations-${index}-characterChanged`}
            label="How the character changed"
            value={row.characterChanged ?? ''}
            onChange={(characterChanged) => change({ characterChanged })}
          />
          <TextField
            id={`field-operations-${index}-useChanged`}
            label="How the use changed"
            value={row.useChanged ?? ''}
            onChange={(useChanged) => change({ useChanged })}
          />
        </>
      )}
    />
  );
}
