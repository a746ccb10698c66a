import type { DisclosureView } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
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
};

export function loader({ request }: LoaderFunctionArgs): Promise<Disclosures> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return getAsMember<Disclosures>(request, `/api/disclosures${query({ cursor })}`);
}

/** Who was shown which document of the organization, how, when and why. */
export function Component() {
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Who saw what"
      lead="Every time a document of your organization was shown or given to somebody."
    >
      <Section title="Record">
        <DataTable
          caption="Documents that were shown to others"
          captionHidden
          rows={items}
          rowKey={(item) => item.id}
          empty={<p>Nothing was shown to anybody yet.</p>}
          columns={[
            { header: 'When', cell: (item) => <When at={item.at} /> },
            {
              header: 'Document',
              cell: (item) => item.subject || <LongId value={item.digest} label="digest of the document" />,
            },
            { header: 'To whom', cell: (item) => <LongId value={item.recipient} label="who was shown it" /> },
            { header: 'How', cell: (item) => WAYS[item.way] },
            { header: 'Why', cell: (item) => item.reason },
          ]}
        />
        <Pager next={next} label="Pages of the record" />
      </Section>
    </Page>
  );
}
