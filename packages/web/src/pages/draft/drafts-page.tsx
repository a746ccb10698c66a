import type { DraftSummary } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';

interface Drafts {
  items: DraftSummary[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Drafts> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Drafts>(
    request,
    `/api/drafts${query({ q: of('q'), state: of('state'), cursor: of('cursor') })}`,
  );
}

const states = [['discarded', 'Discarded']] as const;

/** What still stands between a draft and its filing. */
function standing({ state, asks, blocking }: DraftSummary): string {
  if (state === 'discarded') return 'Discarded';
  if (blocking > 0) return counted(blocking, 'point to settle', 'points to settle');
  return asks > 0 ? counted(asks, 'open question', 'open questions') : 'Ready to file';
}

/** Shipments that were begun and not filed yet. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Drafts"
      lead={<p>{counted(total, 'draft', 'drafts')} in this list</p>}
      actions={
        <Link className="usa-button" to="/drafts/new">
          File a shipment
        </Link>
      }
    >
      <Section title="List">
        <Filters placeholderHint="Importer, goods or document number" states={states} />
        <DataTable
          caption="Drafts, the last changed first"
          rows={items}
          rowKey={(row) => row.id}
          empty={
            <>
              <p>No draft here.</p>
              <p>Drop the documents of a shipment to begin one.</p>
            </>
          }
          columns={[
            { header: 'Draft', cell: (row) => <Link to={`/drafts/${row.id}`}>{row.title}</Link> },
            { header: 'Importer', cell: (row) => row.importer ?? 'not known yet' },
            { header: 'Documents', numeric: true, cell: (row) => row.documents },
            { header: 'Stands', cell: standing },
            { header: 'Changed', cell: (row) => <When at={row.updatedAt} /> },
          ]}
        />
        <Pager next={next} label="Pages of drafts" />
      </Section>
    </Page>
  );
}
