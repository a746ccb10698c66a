import type { LotView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Form, useSearchParams } from 'react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { amountWords } from './words.ts';

function SpanForm() {
  const [search] = useSearchParams();
  const field = (name: 'from' | 'until', label: string) => (
    <div className="field">
      <label htmlFor={`account-${name}`}>{label}</label>
      <span className="hint" id={`account-${name}-hint`}>
        Beginning of the day in UTC; empty for all
      </span>
      <input
        id={`account-${name}`}
        name={name}
        type="date"
        className="usa-input"
        aria-describedby={`account-${name}-hint`}
        defaultValue={search.get(name) ?? ''}
      />
    </div>
  );
  return (
    <Form method="get" className="filters no-print" key={search.toString()}>
      {field('from', 'From')}
      {field('until', 'Until')}
      <Button type="submit" outline>
        Show
      </Button>
    </Form>
  );
}

/** Opening and received less dispatched and lost is closing. */
export function AccountSection({ lot }: { lot: LotView }) {
  const { account, unit, base } = lot;
  const words = (amount: string) => amountWords(amount, unit, base);
  const rows = [
    ['Opening', words(account.opening)],
    ['Received', words(account.received)],
    ['Dispatched', `− ${words(account.dispatched)}`],
    ['Lost', `− ${words(account.lost)}`],
    ['Closing', words(account.closing)],
  ] as const;
  return (
    <Section title="Account" id="account">
      <SpanForm />
      <DataTable
        caption="Account of the lot, exact"
        captionHidden
        rows={rows}
        rowKey={([name]) => name}
        empty={<p>No account.</p>}
        columns={[
          { header: 'Item', cell: ([name]) => name },
          { header: 'Amount', numeric: true, cell: ([, amount]) => amount },
        ]}
      />
    </Section>
  );
}
