import { Button } from '@trussworks/react-uswds';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { get } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { download } from '../../ui/download.ts';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day, When } from '../../ui/when.tsx';
import type { PublishedPolicy } from '../parties/card.ts';
import { PolicyView } from './policy-view.tsx';
import { TrustTabs } from './trust-tabs.tsx';

export async function loader({ request }: LoaderFunctionArgs): Promise<PublishedPolicy[]> {
  return (await get<{ items: PublishedPolicy[] }>('/api/policies', request.signal)).items;
}

function Published({ published, agency }: { published: PublishedPolicy; agency: boolean }) {
  const { policy, digest, publishedAt, by, reason } = published;
  const name = `${policy.id}-${policy.version}.policy.json`;
  const save = () => download(name, 'application/json', JSON.stringify(policy, null, 2));
  return (
    <Section
      title={`${policy.title}, version ${policy.version}`}
      aside={
        <div className="row no-print">
          {agency && (
            <Link to={`/trust/simulate?policy=${encodeURIComponent(digest)}`}>
              Try a change
              <span className="usa-sr-only">
                {' '}
                of {policy.title}, version {policy.version}
              </span>
            </Link>
          )}
          <Button type="button" unstyled onClick={save}>
            Save as a file<span className="usa-sr-only">: {name}</span>
          </Button>
        </div>
      }
    >
      <Definitions
        items={[
          ['In force from', <Day key="from" date={policy.effectiveFrom} />],
          [
            'Published',
            <span key="at">
              <When at={publishedAt} /> by {by}
            </span>,
          ],
          ['Reason', reason],
          [
            'Publisher',
            <LongId key="publisher" value={policy.publisher} label="identifier of the publisher" />,
          ],
          ['Digest', <LongId key="digest" value={digest} label="digest of the policy" />],
        ]}
      />
      <details className="more">
        <summary>The whole policy</summary>
        <PolicyView policy={policy} />
      </details>
    </Section>
  );
}

/** The policies by which standings are computed: published, dated, never changed. */
export function Component() {
  const items = useLoaderData<typeof loader>();
  const session = useSession();
  return (
    <Page
      wide
      title="Policies"
      lead="Which evidence makes which standing. A published version never changes; a new one applies from its first day."
    >
      {session && <TrustTabs />}
      {items.length === 0 && <p className="empty">No agency here has published a policy yet.</p>}
      {items.map((published) => (
        <Published key={published.digest} published={published} agency={session?.tenant.kind === 'agency'} />
      ))}
    </Page>
  );
}
