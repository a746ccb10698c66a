import type { DraftEntry } from '@portolan/filing';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { formatQuantity } from '../../format/numbers.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftEditing } from './use-draft-editing.ts';

const pointerOf = (index: number) => `/lines/${index}/invoice/quantity`;

/** Entering a part of an invoice line: the rest stays open for another entry. */
export function PartOfLine({ entry, editing }: { entry: DraftEntry; editing: DraftEditing }) {
  const [index, setIndex] = useState('0');
  const [quantity, setQuantity] = useState('');
  const parts = entry.lines.flatMap(({ number, invoice }, at) =>
    invoice?.quantity ? [{ at, number, invoice, quantity: invoice.quantity }] : [],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await editing.answer({ [pointerOf(Number(index))]: quantity.trim() });
    setQuantity('');
  };
  if (entry.lines.length === 0) return null;
  return (
    <details open={parts.length > 0} className="no-print">
      <summary>Only a part of an invoice line came</summary>
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part.at}>
              Line {part.number} enters {formatQuantity(part.quantity)} of invoice {part.invoice.number}, line{' '}
              {part.invoice.line}.{' '}
              <Button
                type="button"
                unstyled
                disabled={editing.busy}
                onClick={() => editing.takeBack([pointerOf(part.at)])}
              >
                Enter all of line {part.number}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="stack-tight">
        <label htmlFor="part-line">Line</label>
        <select
          id="part-line"
          className="usa-select"
          value={index}
          onChange={(event) => setIndex(event.target.value)}
        >
          {entry.lines.map(({ number, description }, at) => (
            <option key={pointerOf(at)} value={at}>
              {`${number} ${description ?? ''}`.slice(0, 80)}
            </option>
          ))}
        </select>
        <TextField
          id="part-quantity"
          label="Quantity entered now, in the unit of the invoice"
          hint="The rest of the line can be entered with a later shipment. Value and weights are taken in proportion."
          required
          value={quantity}
          onChange={setQuantity}
        />
        <Button type="submit" className="button-small" disabled={editing.busy}>
          Enter this part only
        </Button>
      </form>
    </details>
  );
}
