import type { ProductView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../../api/client.ts';
import { getAsMember } from '../../../app/session.ts';
import { formatHts } from '../../../format/identifiers.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { TariffTabs } from '../tariff-tabs.tsx';
import { fragmentOf } from '../worksheet/fragment.ts';

interface Products {
  readonly items: ProductView[];
  readonly total: number;
  readonly next?: string;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Products> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Products>(
    request,
    `/api/products${query({ q: of('q'), state: of('state'), cursor: of('cursor') })}`,
  );
}

/** The organization's products: facts by GTIN or item number, and the codes that they were given. */
export function Component() {
  const { items, total, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const further = new URLSearchParams(search);
  if (next) further.set('cursor', next);
  return (
    <Page
      wide
      title="Products"
      lead="A product is known by its facts. Codes stand beside them with their day; an invoice that names the product uses the newest."
      trail={[{ to: '/tariff', label: 'Tariff' }]}
    >
      <TariffTabs />
      <Section title={`${total} products`}>
        <Form className="no-print" role="search">
          <label htmlFor="products-q">Words or item number</label>
          <input id="products-q" name="q" className="usa-input" defaultValue={search.get('q') ?? ''} />
          <Button type="submit">Search</Button>
        </Form>
        <DataTable
          caption="Products"
          captionHidden
          columns={[
            { header: 'Product', cell: ({ key, facts }) => <>{facts.title ?? key}</> },
            { header: 'Key', cell: ({ key }) => key },
            { header: 'Code', cell: codeOf },
            { header: 'Given before', cell: ({ codes }) => String(codes.length), numeric: true },
            {
              header: 'Changed',
              cell: ({ updatedAt, updatedBy }) => `${updatedAt.slice(0, 10)}, ${updatedBy}`,
            },
            {
              header: 'Classify',
              cell: ({ facts }) => <Link to={`/tariff/classify${fragmentOf({ facts })}`}>Classify</Link>,
            },
          ]}
          rows={items}
          rowKey={({ key }) => key}
          empty={
            <>
              No product is kept yet. <Link to="/tariff/classify">Classify one</Link> and keep it.
            </>
          }
        />
        {next && <Link to={`?${further}`}>Further products</Link>}
      </Section>
    </Page>
  );
}

function codeOf({ hts, provisional }: ProductView): string {
  if (!hts) return 'not classified';
  return `${formatHts(hts)}${provisional ? ', provisional' : ''}`;
}
