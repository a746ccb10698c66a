import type { DisclosureView } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Filters } from '../../ui/filters.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { When } from '../../ui/when.tsx';

interface Disclosures {
  items: DisclosureView[];
  next?: string;
  total: number;
}

const WAYS: Record<DisclosureView['way'], string> = {
  openid4vp: 'presented to a verifier',
  envelope: 'sent in an envelope',
  encrypted: 'sent encrypted',
  file: 'given out as a file',
  opened: 'opened by its code',
  delegated: 'read under a right that was passed on',
};

const DELIVERY: Record<NonNullable<DisclosureView['delivery']>, string> = {
  delivered: 'taken',
  refused: 'refused by its receiver',
  waiting: 'not delivered yet',
};

export function loader({ request }: LoaderFunctionArgs): Promise<Disclosures> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) || undefined;
  const asked = query({ q: of('q'), way: of('state'), digest: of('digest'), cursor: of('cursor') });
  return getAsMember<Disclosures>(request, `/api/disclosures${asked}`);
}

/** Documents that went along with an envelope, by digest. */
function Along({ documents }: { documents: readonly string[] }) {
  if (documents.length === 0) return null;
  return (
    <details>
      <summary>with {counted(documents.length, 'document')}</summary>
      <ul>
        {documents.map((digest) => (
          <li key={digest}>
            <LongId value={digest} label="digest of the document" />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Document({ item }: { item: DisclosureView }) {
  return (
    <>
      {item.subject || <LongId value={item.digest} label="digest of the document" />}
      {item.documents && <Along documents={item.documents} />}
    </>
  );
}

function Way({ item }: { item: DisclosureView }) {
  return (
    <>
      {WAYS[item.way]}
      {item.delivery && <span className="small muted">, {DELIVERY[item.delivery]}</span>}
    </>
  );
}

/** Who was shown which document of the organization, how, when and why. */
export function Component() {
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Who saw what"
      lead={
        <>
          Every time a document of your organization was shown, sent or given to somebody. What others may do
          in your name is under <Link to="/capabilities">Rights passed on</Link>; what waits for its receiver,
          under <Link to="/sendings">Sent documents</Link>.
        </>
      }
    >
      <Section title="Record">
        <Filters
          placeholderHint="Document, receiver or reason"
          states={Object.entries(WAYS).map(([way, words]) => [way, words] as const)}
        />
        <DataTable
          caption="Documents that were shown to others"
          captionHidden
          rows={items}
          rowKey={(item) => item.id}
          empty={<p>Nothing that fits was shown to anybody yet.</p>}
          columns={[
            { header: 'When', cell: (item) => <When at={item.at} /> },
            { header: 'What', cell: (item) => <Document item={item} /> },
            {
              header: 'To whom',
              cell: (item) =>
                item.recipientName ?? <LongId value={item.recipient} label="who was shown it" />,
            },
            { header: 'How', cell: (item) => <Way item={item} /> },
            { header: 'Why', cell: (item) => item.reason },
          ]}
        />
        <Pager next={next} label="Pages of the record" />
      </Section>
    </Page>
  );
}
