import type { AttestationRequest, AttestationView } from '@portolan/contract';
import type { OversightAct } from '@portolan/parties';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { get, query } from '../../api/client.ts';
import { getAsMember, loadRoot } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { PartyLink } from '../../standing/party-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Day, When } from '../../ui/when.tsx';
import { HeldState } from '../parties/held-state.tsx';
import { PartyTabs } from '../parties/party-tabs.tsx';
import { AccreditationTable } from '../register/accreditation-table.tsx';
import { accreditationsOf, type PublicAccreditation } from '../register/accreditations.ts';
import { RequestTable } from './request-table.tsx';
import { readRequests } from './requests.ts';
import { SignedFilter } from './signed-filter.tsx';

interface Desk {
  requests: AttestationRequest[];
  signed: { items: AttestationView[]; next?: string };
  accreditations: PublicAccreditation[];
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Desk> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const { session } = await loadRoot();
  const wanted = { issuer: session?.tenant.did, q: of('q'), type: of('type'), cursor: of('cursor') };
  const [requests, signed, acts] = await Promise.all([
    readRequests(request),
    getAsMember<Desk['signed']>(request, `/api/attestations${query(wanted)}`),
    get<{ items: OversightAct[] }>('/api/oversight', request.signal),
  ]);
  return { requests, signed, accreditations: accreditationsOf(acts.items) };
}

function Signed({ items }: { items: readonly AttestationView[] }) {
  return (
    <DataTable
      caption="Attestations that your organization signed"
      captionHidden
      rows={items}
      rowKey={({ digest }) => digest}
      empty={<p>Nothing here. Sign one above, or many from a spreadsheet.</p>}
      columns={[
        {
          header: 'Attestation',
          cell: ({ digest, type, subjectName }) => (
            <Link to={`/certificates/${encodeURIComponent(digest)}`}>
              {attestationName(type)}
              <span className="usa-sr-only"> about {subjectName}</span>
            </Link>
          ),
        },
        {
          header: 'About',
          cell: ({ subject, subjectName }) => <PartyLink did={subject} name={subjectName} />,
        },
        { header: 'Signed', cell: ({ signedAt }) => <When at={signedAt} /> },
        { header: 'Until', cell: ({ until }) => (until ? <Day date={until} /> : 'no end given') },
        { header: 'State', cell: ({ state }) => <HeldState state={state} /> },
      ]}
    />
  );
}

/** The attester's desk: what may be attested, what was signed, signing one or many. */
export function Component() {
  const { requests, signed, accreditations } = useLoaderData<typeof loader>();
  const did = useSession()?.tenant.did;
  return (
    <Page
      wide
      title="Attester’s desk"
      lead="What your organization says about others. Open an attestation to suspend or revoke it; it acts at once."
      actions={
        <>
          <Link className="usa-button" to="/attest/new">
            Sign an attestation
          </Link>
          <Link className="usa-button usa-button--outline" to="/attest/bulk">
            Many, from a spreadsheet
          </Link>
        </>
      }
    >
      <PartyTabs />
      <Section title="Asked of you">
        <RequestTable caption="Requests for attestations" requests={requests} side="asked" />
      </Section>
      <Section title="What you are accredited for">
        <p className="muted">
          Anybody may vouch for a trading partner. The word of other kinds counts when an agency has
          accredited the attester.
        </p>
        <AccreditationTable rows={accreditations.filter(({ attester }) => attester === did)} />
      </Section>
      <Section title="Signed by your organization">
        <SignedFilter />
        <Signed items={signed.items} />
        <Pager next={signed.next} label="Pages of signed attestations" />
      </Section>
    </Page>
  );
}
