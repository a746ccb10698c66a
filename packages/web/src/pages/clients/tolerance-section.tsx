import type { Client } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';

const EMPTY = { from: '', over: '5', under: '5', price: '0', weight: '0.5', source: '' };

function ToleranceForm({ path }: { path: string }) {
  const [fields, setFields] = useState(EMPTY);
  const action = useAction();
  const announce = useAnnounce();
  const set = (name: keyof typeof EMPTY) => (value: string) => setFields({ ...fields, [name]: value });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...fields, source: fields.source.trim(), certainty: 'agreed' };
    const saved = await action.run(() => call<Client>('POST', path, body));
    if (saved) announce(`Tolerances from ${fields.from} saved`);
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not saved" refusals={action.refusals} />
      <TextField
        id="field-from"
        label="From"
        hint="By the date of the order: earlier orders keep theirs."
        type="date"
        value={fields.from}
        onChange={set('from')}
        required
      />
      <TextField
        id="field-over"
        label="More than ordered, percent"
        value={fields.over}
        onChange={set('over')}
        required
      />
      <TextField
        id="field-under"
        label="Less than ordered, percent"
        value={fields.under}
        onChange={set('under')}
        required
      />
      <TextField
        id="field-price"
        label="Unit price, percent"
        value={fields.price}
        onChange={set('price')}
        required
      />
      <TextField
        id="field-weight"
        label="Gross weight, percent"
        value={fields.weight}
        onChange={set('weight')}
        required
      />
      <TextField
        id="field-source"
        label="Where it is agreed"
        hint="Example: agreement of 2 March 2026, clause 4."
        value={fields.source}
        onChange={set('source')}
        required
      />
      <Button type="submit" disabled={action.busy}>
        {action.busy ? 'Saving…' : 'Save the tolerances'}
      </Button>
    </form>
  );
}

/** How much the papers of a client may differ before the match speaks, from a day on. */
export function ToleranceSection({ client }: { client: Client }) {
  const action = useAction();
  const path = `/api/clients/${encodeURIComponent(client.number)}/tolerances`;
  return (
    <Section title="Tolerances of the match" id="tolerances">
      <p>
        Order, invoice, packing and transport of this client may differ by so much before{' '}
        <strong>Orders</strong> says so.
      </p>
      <ErrorSummary title="Not taken back" refusals={action.refusals} />
      <DataTable
        caption="Tolerances"
        captionHidden
        rows={client.tolerances}
        rowKey={({ from }) => from}
        empty={
          <p>
            Nothing is agreed, so the usual policy holds: five percent of quantity where goods are not counted
            in pieces, everything else exactly (ICC UCP 600, article 30(b)).
          </p>
        }
        columns={[
          { header: 'From', cell: ({ from }) => <Day date={from} /> },
          { header: 'Until', cell: ({ until }) => (until ? <Day date={until} /> : 'further notice') },
          { header: 'More', numeric: true, cell: ({ over }) => `${over} %` },
          { header: 'Less', numeric: true, cell: ({ under }) => `${under} %` },
          { header: 'Price', numeric: true, cell: ({ price }) => `${price} %` },
          { header: 'Weight', numeric: true, cell: ({ weight }) => `${weight} %` },
          { header: 'Source', cell: ({ source, certainty }) => `${source} (${certainty})` },
          {
            header: 'Take back',
            cell: ({ from }) => (
              <Button
                type="button"
                unstyled
                disabled={action.busy}
                onClick={() => action.run(() => call('DELETE', `${path}/${from}`))}
              >
                Take back <span className="usa-sr-only">the tolerances from {from}</span>
              </Button>
            ),
          },
        ]}
      />
      <details>
        <summary>Agree on tolerances</summary>
        <ToleranceForm path={path} />
      </details>
    </Section>
  );
}
