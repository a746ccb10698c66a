import type { OrderState, OrderView } from '@portolan/contract';
import { unitInfo } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Findings } from './findings.tsx';
import { GraphWithTable } from './graph-with-table.tsx';
import { standingWords } from './words.ts';

export function loader({ request, params }: LoaderFunctionArgs): Promise<OrderView> {
  const back = new URL(request.url).searchParams.get('back') ?? undefined;
  return getAsMember<OrderView>(
    request,
    `/api/orders/${encodeURIComponent(params.id ?? '')}${query({ back })}`,
  );
}

type Line = OrderState['lines'][number];

const stations = [
  ['Ordered', 'ordered'],
  ['Confirmed', 'confirmed'],
  ['Invoiced', 'invoiced'],
  ['Packed', 'packed'],
  ['Shipped', 'shipped'],
  ['Arrived', 'arrived'],
  ['Entered', 'entered'],
  ['Open', 'open'],
] as const;

function unitName({ unit }: Line): string {
  return unitInfo(unit)?.symbol || unitInfo(unit)?.name || unit;
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <DataTable
      caption="How much of each line has come how far"
      rows={lines}
      rowKey={({ number }) => number}
      empty={<p>The order has no lines.</p>}
      columns={[
        { header: 'Line', cell: ({ number }) => number },
        {
          header: 'Goods',
          cell: ({ description, cancelled }) => (
            <>
              {description} {cancelled && <span className="pill pill--wait">Cancelled</span>}
            </>
          ),
        },
        { header: 'Unit', cell: unitName },
        ...stations.map(([header, station]) => ({
          header,
          numeric: true,
          cell: ({ sums }: Line) => groupDigits(sums[station]),
        })),
      ]}
    />
  );
}

/** One order from its first paper to liquidation. */
export function Component() {
  const { order, nodes, edges, findings } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title={`Order ${order.number}`}
      trail={[{ to: '/orders', label: 'Orders' }]}
      lead={
        <p>
          {order.buyer} orders from {order.seller}. <strong>{standingWords(order.standing)}</strong>,{' '}
          {counted(nodes.length, 'paper')}.
        </p>
      }
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Section title="Lines" id="lines">
        <Lines lines={order.lines} />
      </Section>
      <Section title="Match of order, invoice, packing and transport" id="match">
        <Findings findings={findings} />
      </Section>
      <Section title="From order to liquidation" id="graph">
        <GraphWithTable nodes={nodes} edges={edges} />
      </Section>
    </Page>
  );
}
