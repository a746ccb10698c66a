import type { IssuedCredential } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { documentTypeName } from '../../format/document-types.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { StatusPill } from './status-pill.tsx';

interface Credentials {
  items: IssuedCredential[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Credentials> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Credentials>(
    request,
    `/api/credentials${query({ q: of('q'), state: of('state'), cursor: of('cursor') })}`,
  );
}

const STATES = [
  ['valid', 'Valid'],
  ['suspended', 'Suspended'],
  ['revoked', 'Revoked'],
  ['expired', 'Expired'],
] as const;

/** What the organization signed, with what became of each. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Certificates"
      lead={`What your organization signed: ${counted(total, 'document')}.`}
      actions={
        <>
          <Link className="usa-button" to="/certificates/new">
            Sign a new one
          </Link>
          <Link className="usa-button usa-button--outline" to="/certificates/mill">
            Mill test report
          </Link>
          <Link className="usa-button usa-button--outline" to="/certificates/heat">
            Heat
          </Link>
          <Link className="usa-button usa-button--outline" to="/certificates/processing">
            Processing record
          </Link>
          <Link className="usa-button usa-button--outline" to="/certificates/licence">
            Import licence
          </Link>
          <Link className="usa-button usa-button--outline" to="/certificates/show">
            Show in part
          </Link>
          <Link className="usa-button usa-button--outline" to="/certificates/countersign">
            Second signature
          </Link>
          <Link className="usa-button usa-button--outline" to="/sendings">
            Sent documents
          </Link>
        </>
      }
    >
      <Section title="Signed">
        <Filters placeholderHint="Number, type or words" states={STATES} />
        <DataTable
          caption="Documents signed by your organization"
          captionHidden
          rows={items}
          rowKey={(item) => item.digest}
          empty={<p>You have signed nothing yet. Sign a certification of origin to begin.</p>}
          columns={[
            {
              header: 'Document',
              cell: (item) => (
                <Link to={`/certificates/${encodeURIComponent(item.digest)}`}>{item.title}</Link>
              ),
            },
            { header: 'Type', cell: (item) => documentTypeName(item.type) },
            { header: 'Signed', cell: (item) => <When at={item.issuedAt} /> },
            {
              header: 'Valid until',
              cell: (item) => (item.validUntil ? <When at={item.validUntil} /> : 'no end given'),
            },
            { header: 'Status', cell: (item) => <StatusPill item={item} /> },
            { header: 'Log leaf', numeric: true, cell: (item) => item.logIndex ?? 'on its way' },
          ]}
        />
        <Pager next={next} label="Pages of certificates" />
      </Section>
    </Page>
  );
}
