import type { ReceivedDetail } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { Verification } from '../../dossier/verification.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { download } from '../../ui/download.ts';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<ReceivedDetail> {
  return getAsMember<ReceivedDetail>(request, `/api/received/${encodeURIComponent(params.digest ?? '')}`);
}

/** One received credential: what it says in words, whether it holds and why, and which cases it belongs to. */
export function Component() {
  const received = useLoaderData<typeof loader>();
  const { title, label, vocabulary, issuer, form, receivedAt, digest, cases, claims } = received;
  const save = () =>
    download(
      `${title.replaceAll(/[^\w-]+/g, '-')}.vc.json`,
      'application/json',
      JSON.stringify(received.credential, null, 2),
    );
  return (
    <Page
      title={title}
      trail={[{ to: '/received', label: 'Received credentials' }]}
      lead={
        <p>
          {label} of the {vocabulary}, received <When at={receivedAt} />
        </p>
      }
      actions={
        <Button type="button" outline onClick={save}>
          Download as received
        </Button>
      }
    >
      <Section title="Whether it holds">
        <Verification verdict={received.verdict} />
        <Definitions
          items={[
            ['Signed by', <LongId key="issuer" value={issuer} label="identifier of the issuer" />],
            ['Form of proof', form],
            ['Digest', <LongId key="digest" value={digest} label="digest of the credential" />],
          ]}
        />
      </Section>
      <Section title="What it says">
        <DataTable
          caption={`Claims of ${title}`}
          captionHidden
          rows={claims}
          rowKey={(claim) => claim.pointer}
          empty={<p>It makes no claim that can be shown in words.</p>}
          columns={[
            { header: 'Field', cell: ({ place }) => place.join(' › ') },
            { header: 'Value', cell: ({ value }) => value },
          ]}
        />
      </Section>
      <Section title="Cases">
        {cases.length === 0 ? (
          <p className="empty">No case of your organization names one of its numbers.</p>
        ) : (
          <ul>
            {cases.map(({ caseId, entryNumber, title: name, reason }) => (
              <li key={caseId}>
                <Link to={entryNumber ? `/entries/${entryNumber}` : `/drafts/${caseId}`}>
                  {entryNumber ?? name}
                </Link>
                <span className="small muted"> {reason}.</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
