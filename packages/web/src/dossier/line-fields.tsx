import type { EntryLine } from '@portolan/filing';
import type { ReactNode } from 'react';
import { countryWords, programWords } from '../format/codes.ts';
import { formatHts } from '../format/identifiers.ts';
import { formatMoney, formatQuantity } from '../format/numbers.ts';
import { Value } from './fact.tsx';

type Field = readonly [member: string, label: string, value: ReactNode | undefined];

function fieldsOf(line: EntryLine): readonly Field[] {
  return [
    ['description', 'Description', line.description],
    ['hts', 'HTS number', formatHts(line.hts)],
    ['originCountry', 'Country of origin', countryWords(line.originCountry)],
    ['exportCountry', 'Exporting country', countryWords(line.exportCountry)],
    ['manufacturer/name', 'Manufacturer', line.manufacturer?.name],
    ['manufacturer/mid', 'Manufacturer identification', line.manufacturer?.mid],
    ...line.quantities.map(
      (quantity, index): Field => [`quantities/${index}`, `Quantity ${index + 1}`, formatQuantity(quantity)],
    ),
    ['grossWeight', 'Gross weight', line.grossWeight && formatQuantity(line.grossWeight)],
    ['enteredValue', 'Entered value', formatMoney(line.enteredValue)],
    ['charges', 'Charges', formatMoney(line.charges)],
    ['relatedParties', 'Buyer and seller related', line.relatedParties ? 'Yes' : 'No'],
    ['spi', 'Preference claimed', line.spi ? programWords(line.spi) : undefined],
    ['invoice', 'Invoice', `${line.invoice.number}, line ${line.invoice.line}`],
    [
      'invoice/quantity',
      'Entered of the invoice line',
      line.invoice.quantity ? formatQuantity(line.invoice.quantity) : 'all of it',
    ],
    ['lot', 'Lot', line.lot],
  ];
}

/** Every field of one entry line; each value opens where it comes from. */
export function LineFields({ line, index }: { line: EntryLine; index: number }) {
  return (
    <dl className="blocks">
      {fieldsOf(line).map(([member, label, value]) => (
        <div key={member}>
          <dt>{label}</dt>
          <dd>
            <Value pointer={`/lines/${index}/${member}`} label={label} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
