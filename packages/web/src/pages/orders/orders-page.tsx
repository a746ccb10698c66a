import type { LeftOff, OrderSummary } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Day } from '../../ui/when.tsx';
import { attention, standings, standingWords } from './words.ts';

interface Orders {
  items: OrderSummary[];
  next?: string;
  total: number;
  leftOff?: LeftOff;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Orders> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Orders>(
    request,
    `/api/orders${query({ q: of('q'), state: of('state'), cursor: of('cursor'), back: of('back') })}`,
  );
}

function Attention({ order }: { order: OrderSummary }) {
  const { tone, text } = attention(order);
  return <span className={`pill pill--${tone}`}>{text}</span>;
}

/** Orders that the organization holds: how far each has come, and whether its papers agree. */
export function Component() {
  const { items, next, total, leftOff } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const back = params.get('back') ?? undefined;
  return (
    <Page
      wide
      title="Orders"
      lead={<p>{counted(total, 'order')}, from the papers that your organization holds</p>}
      actions={<Link to="/orders/columns">Columns of spreadsheets</Link>}
    >
      {leftOff && (
        <Notice tone="wait">
          <p>{`Older than these orders reach: ${counted(leftOff.papers, 'paper')}, ${counted(leftOff.filings, 'filing')}, ${counted(leftOff.events, 'event')}. What rests on them alone is not in this list.`}</p>
          {leftOff.back && <Link to={`/orders${query({ back: leftOff.back })}`}>Older orders</Link>}
        </Notice>
      )}
      {back && (
        <p>
          These are orders of earlier papers. <Link to="/orders">The newest orders</Link>
        </p>
      )}
      <Section title="List">
        <Filters placeholderHint="Order number, buyer, seller or goods" states={standings} />
        <DataTable
          caption="Orders, the newest first"
          rows={items}
          rowKey={({ id }) => id}
          empty={
            <>
              <p>No order here.</p>
              <p>
                Change the search, or drop an order into a new filing: UBL, X12, EDIFACT, JSON, CSV or XLSX.
              </p>
            </>
          }
          columns={[
            {
              header: 'Order',
              cell: ({ id, number }) => <Link to={`/orders/${id}${query({ back })}`}>{number}</Link>,
            },
            { header: 'Date', cell: ({ date }) => (date ? <Day date={date} /> : 'not said') },
            { header: 'Buyer', cell: ({ buyer }) => buyer },
            { header: 'Seller', cell: ({ seller }) => seller },
            { header: 'Standing', cell: ({ standing }) => standingWords(standing) },
            { header: 'Lines', numeric: true, cell: ({ lines }) => lines },
            { header: 'Lines still open', numeric: true, cell: ({ open }) => open },
            { header: 'Match', cell: (order) => <Attention order={order} /> },
          ]}
        />
        <Pager next={next} label="Pages of orders" />
      </Section>
    </Page>
  );
}
