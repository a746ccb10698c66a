import type { RememberedMapping, TablePreviewView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Mapping = RememberedMapping['mapping'];

interface MappingFormProps {
  preview: TablePreviewView;
  busy: boolean;
  onSave: (mapping: RememberedMapping) => void;
}

const documents = [
  ['PurchaseOrder', 'Purchase order'],
  ['CommercialInvoice', 'Commercial invoice'],
  ['PackingList', 'Packing list'],
] as const;
const dateOrders = [
  ['ymd', 'Year, month, day'],
  ['dmy', 'Day, month, year'],
  ['mdy', 'Month, day, year'],
] as const;
const decimalSigns = [
  ['point', 'Point: 1234.50'],
  ['comma', 'Comma: 1.234,50'],
] as const;

/** What each document needs and a spreadsheet often leaves out, given once for every file of the partner. */
const constants: Readonly<Record<string, readonly string[]>> = {
  PurchaseOrder: ['currency', 'buyer.name', 'buyer.address.country', 'seller.name', 'seller.address.country'],
  CommercialInvoice: [
    'currency',
    'buyer.name',
    'buyer.address.country',
    'seller.name',
    'seller.address.country',
  ],
  PackingList: ['shipper.name', 'shipper.address.country', 'consignee.name', 'consignee.address.country'],
};

/** 'lines.quantity.value' in words: 'line: quantity, value'. */
function fieldWords(field: string): string {
  const words = field
    .replace(/^lines\./, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split('.')
    .join(', ');
  return field.startsWith('lines.') ? `line: ${words}` : words;
}

/** Which field each heading is, with the first values below it; how dates and numbers are written; what is left out. */
export function MappingForm({ preview, busy, onSave }: MappingFormProps) {
  const [name, setName] = useState('');
  const [mapping, setMapping] = useState<Mapping>({ dates: 'ymd', decimals: 'point', ...preview.proposal });
  const fields = preview.fields[mapping.document] ?? [];
  const options = [['', 'Left out'] as const, ...fields.map((field) => [field, fieldWords(field)] as const)];
  const constant = (field: string, value: string) => {
    const { [field]: _, ...others } = mapping.constants ?? {};
    setMapping({ ...mapping, constants: value === '' ? others : { ...others, [field]: value } });
  };
  const column = (heading: string, field: string) =>
    setMapping({ ...mapping, columns: { ...mapping.columns, [heading]: field } });
  const stated = new Set(Object.values(mapping.columns));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ fingerprint: preview.fingerprint, name, mapping });
      }}
    >
      <TextField
        id="mapping-name"
        label="Name"
        hint="Whose spreadsheet it is"
        required
        value={name}
        onChange={setName}
      />
      <SelectField
        id="mapping-document"
        label="What the file holds"
        value={mapping.document}
        options={documents}
        onChange={(document) => setMapping({ ...mapping, document })}
      />
      <SelectField
        id="mapping-dates"
        label="Dates are written"
        value={mapping.dates ?? 'ymd'}
        options={dateOrders}
        onChange={(dates) => setMapping({ ...mapping, dates })}
      />
      <SelectField
        id="mapping-decimals"
        label="Decimals are written"
        value={mapping.decimals ?? 'point'}
        options={decimalSigns}
        onChange={(decimals) => setMapping({ ...mapping, decimals })}
      />
      <DataTable
        caption="What each column means"
        rows={preview.headings.map((heading, index) => ({ heading, index }))}
        rowKey={({ index }) => `${index}`}
        empty={<p>No heading.</p>}
        columns={[
          { header: 'Heading', cell: ({ heading }) => heading || '(empty)' },
          {
            header: 'First values',
            cell: ({ index }) =>
              preview.rows
                .map((cells) => cells[index] ?? '')
                .filter(Boolean)
                .join(' · '),
          },
          {
            header: 'Field',
            cell: ({ heading, index }) => (
              <SelectField
                id={`column-${index}`}
                label={`Field of ${heading || 'the empty heading'}`}
                value={mapping.columns[heading] ?? ''}
                options={options}
                onChange={(field) => column(heading, field)}
              />
            ),
          },
        ]}
      />
      <fieldset className="stack-tight">
        <legend>What the file leaves out</legend>
        {(constants[mapping.document] ?? [])
          .filter((field) => !stated.has(field))
          .map((field) => (
            <TextField
              key={field}
              id={`constant-${field}`}
              label={fieldWords(field)}
              value={mapping.constants?.[field] ?? ''}
              onChange={(value) => constant(field, value)}
            />
          ))}
      </fieldset>
      <Button type="submit" disabled={busy || name.trim() === ''}>
        Remember
      </Button>
    </form>
  );
}
