import type { ReceivedCredential } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';
import { GiveCredential } from './give-credential.tsx';

interface Received {
  items: ReceivedCredential[];
  next?: string;
  total: number;
}

export function loader({ request }: LoaderFunctionArgs): Promise<Received> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  return getAsMember<Received>(request, `/api/received${query({ q: of('q'), cursor: of('cursor') })}`);
}

/** Whether a credential holds, in one sign with its word. */
export function HoldsPill({ verified }: { verified: boolean }) {
  return (
    <span className={`pill pill--${verified ? 'good' : 'bad'}`}>
      <Icon name={verified ? 'passed' : 'failed'} />
      {verified ? 'Verified' : 'Not verified'}
    </span>
  );
}

/** Credentials of public vocabularies that the organization was given. */
export function Component() {
  const { items, next, total } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Received credentials"
      lead={`What others signed and gave to your organization: ${counted(total, 'credential')}.`}
      actions={
        <>
          <Link className="usa-button usa-button--outline" to="/wallet">
            Ask a wallet
          </Link>
          <Link className="usa-button usa-button--outline" to="/disclosures">
            Who saw what
          </Link>
        </>
      }
    >
      <Section title="Add one">
        <GiveCredential />
      </Section>
      <Section title="Received">
        <Filters placeholderHint="Number, type or words" states={[]} />
        <DataTable
          caption="Credentials that your organization received"
          captionHidden
          rows={items}
          rowKey={(item) => item.digest}
          empty={<p>Nothing yet. Drop a credential above; it is verified at once.</p>}
          columns={[
            {
              header: 'Credential',
              cell: (item) => <Link to={`/received/${encodeURIComponent(item.digest)}`}>{item.title}</Link>,
            },
            { header: 'What it is', cell: (item) => item.label },
            { header: 'Holds', cell: (item) => <HoldsPill verified={item.verified} /> },
            { header: 'Received', cell: (item) => <When at={item.receivedAt} /> },
            {
              header: 'Cases',
              cell: (item) =>
                item.cases.map(({ entryNumber, title }) => entryNumber ?? title).join(', ') || 'none',
            },
          ]}
        />
        <Pager next={next} label="Pages of received credentials" />
      </Section>
    </Page>
  );
}
