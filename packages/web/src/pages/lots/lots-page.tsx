import type { LotRow } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { LotLink } from './lot-link.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { amountWords } from './words.ts';

interface Lots {
  items: LotRow[];
  next?: string;
  total: number;
  atLeast: boolean;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Lots> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const asked = { q: of('q'), state: of('state'), commodity: of('commodity'), cursor: of('cursor') };
  return getAsMember<Lots>(request, `/api/lots${query(asked)}`);
}

const STATES = [
  ['left', 'Something is left'],
  ['gone', 'Nothing is left'],
  ['pool', 'Tanks, pipes and silos'],
  ['open', 'Something is refused or waits'],
] as const;

function Open({ open }: Pick<LotRow, 'open'>) {
  return open === 0 ? <>none</> : <span className="pill pill--wait">{counted(open, 'event')}</span>;
}

/** The lots that the organization knows from what was signed by it and sent to it. */
export function Component() {
  const lots = useLoaderData<typeof loader>();
  const { items, next, total, atLeast } = lots;
  return (
    <Page
      wide
      title="Lots"
      lead={`What signed documents and events say of goods: ${atLeast ? 'more than ' : ''}${counted(total, 'lot')}.`}
      actions={
        <>
          <Link className="usa-button usa-button--outline" to="/trace">
            What does not count
          </Link>
          <Link className="usa-button" to="/trace/new">
            Sign a step
          </Link>
        </>
      }
    >
      <Section
        title="Lots that you know"
        aside={
          <SaveButtons
            name="lots"
            header={['Lot', 'Commodity', 'Made', 'Left', 'Unit', 'Base', 'Owner', 'Custodian', 'Since']}
            rows={items.map((row) => [
              ...[row.lot, row.commodity, row.produced, row.left, row.unit, row.base ?? ''],
              ...[row.owner?.name ?? '', row.custodian?.name ?? '', row.made],
            ])}
            value={items}
          />
        }
      >
        <Filters placeholderHint="Part of a lot’s name, number or commodity" states={STATES} />
        <DataTable
          caption="Lots, youngest first"
          captionHidden
          rows={items}
          rowKey={({ lot }) => lot}
          empty={
            <p>
              No lot. Lots come from signed documents that tell of goods (a heat, a mill test report, a
              ticket), from captured EPCIS events, and from steps that you sign here.
            </p>
          }
          columns={[
            { header: 'Lot', cell: ({ lot }) => <LotLink lot={lot} /> },
            { header: 'Commodity', cell: ({ commodity }) => commodity },
            {
              header: 'Made',
              numeric: true,
              cell: ({ produced, unit, base }) => amountWords(produced, unit, base),
            },
            { header: 'Left', numeric: true, cell: ({ left, unit, base }) => amountWords(left, unit, base) },
            { header: 'Owner', cell: ({ owner }) => owner?.name ?? 'not known' },
            { header: 'Custodian', cell: ({ custodian }) => custodian?.name ?? 'not known' },
            { header: 'Since', cell: ({ made }) => <When at={made} /> },
            { header: 'Open', cell: ({ open }) => <Open open={open} /> },
          ]}
        />
        <Pager next={next} label="Pages of lots" />
      </Section>
    </Page>
  );
}
