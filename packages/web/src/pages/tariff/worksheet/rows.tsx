import { Button } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';

interface RowsProps<Row> {
  legend: string;
  /** What one row is called: "line", "material". */
  noun: string;
  rows: readonly Row[];
  blank: Row;
  onChange: (rows: Row[]) => void;
  fields: (row: Row, change: (part: Partial<Row>) => void, index: number) => ReactNode;
}

/** Rows of fields that can be added and taken away, each a group of its own. */
export function Rows<Row extends object>({ legend, noun, rows, blank, onChange, fields }: RowsProps<Row>) {
  const change = (index: number) => (part: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? withoutBlanks({ ...row, ...part }) : row)));
  return (
    <fieldset>
      <legend>{legend}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; it has no other name until it is filled in
        <fieldset key={index} className="good">
          <legend>
            {noun} {index + 1}
          </legend>
          <div className="field-row">{fields(row, change(index), index)}</div>
          <Button type="button" unstyled onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            Remove {noun} {index + 1}
          </Button>
        </fieldset>
      ))}
      <Button type="button" outline className="button-small" onClick={() => onChange([...rows, blank])}>
        Add {/^[aeiou]/.test(noun) ? 'an' : 'a'} {noun}
      </Button>
    </fieldset>
  );
}

/** A row without the optional members that were emptied again. */
export function withoutBlanks<Row extends object>(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== '' && value !== undefined),
  ) as Row;
}
