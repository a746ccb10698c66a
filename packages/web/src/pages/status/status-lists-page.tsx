import type { StatusListView } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { StatusChange } from './status-change.tsx';

/** What an entry of a list says, in words. */
export const PURPOSES: Record<StatusListView['purpose'], string> = {
  revocation: 'Revocation: the credential no longer holds, for good',
  suspension: 'Suspension: the credential does not hold for now',
  refresh: 'Refresh: a newer edition is out',
  message: 'Message: a text for each value',
};

export function loader({ request }: LoaderFunctionArgs): Promise<{ items: StatusListView[] }> {
  return getAsMember(request, '/api/status-lists');
}

function sizeWords(size: number): string {
  return size === 1 ? '1 bit, set or not' : `${size} bits, ${2 ** size} values`;
}

/** The status lists that verifiers read: for what each is, how full, and changing an entry of a list of the VC API. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Status lists"
      trail={[{ to: '/certificates', label: 'Certificates' }]}
      lead="What every verifier in the world reads about what your organization signed. Nothing is recorded about who reads them."
    >
      <Section title="Lists">
        <DataTable
          caption="Status lists of your organization"
          captionHidden
          rows={items}
          rowKey={({ address }) => address}
          empty={<p>There is none yet. The first one is made with the first credential that you sign.</p>}
          columns={[
            { header: 'For', cell: ({ purpose }) => PURPOSES[purpose] },
            { header: 'Each entry', cell: ({ size }) => sizeWords(size) },
            {
              header: 'Credentials',
              numeric: true,
              cell: ({ taken, entries }) => `${taken.toLocaleString()} of ${entries.toLocaleString()}`,
            },
            { header: 'Set', numeric: true, cell: ({ set }) => set.toLocaleString() },
            {
              header: 'Signed',
              cell: ({ signedAt, version }) =>
                signedAt ? (
                  <>
                    <When at={signedAt} /> (version {version})
                  </>
                ) : (
                  'when it is first read'
                ),
            },
            { header: 'A copy speaks for', cell: ({ ttl }) => `${Math.round(ttl / 60)} minutes` },
            { header: 'Form of proof', cell: ({ form }) => form },
            {
              header: 'Address',
              cell: ({ address }) => <LongId value={address} label="address of the list" />,
            },
          ]}
        />
      </Section>
      <StatusChange />
    </Page>
  );
}
