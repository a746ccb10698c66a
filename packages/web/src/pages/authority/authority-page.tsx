import type { AuthorityView } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day } from '../../ui/when.tsx';
import { PartyTabs } from '../parties/party-tabs.tsx';
import { AuthorityTable } from './authority-table.tsx';
import { EmployForm } from './employ-form.tsx';
import { GiveForm } from './give-form.tsx';
import { KeySection } from './key-section.tsx';
import { useOwnKey } from './use-own-key.ts';

interface Stopped {
  id: string;
  title: string;
  refusals: Refusal[];
}

interface Authority {
  items: AuthorityView[];
  signatures: AuthorityView[];
  stopped: Stopped[];
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Authority> {
  const read = <T,>(path: string) => getAsMember<{ items: T[] }>(request, `/api/authority${path}`);
  const [all, signatures, stopped] = await Promise.all([
    read<AuthorityView>(''),
    read<AuthorityView>('?type=FilingSignature&limit=25'),
    read<Stopped>('/stopped-drafts'),
  ]);
  return { items: all.items, signatures: signatures.items, stopped: stopped.items };
}

/** Who may give powers in the name of the organization. */
const GIVERS: readonly string[] = ['signer', 'lead'];
const PERSONS: readonly string[] = ['EmploymentAffirmation', 'OfficerAffirmation'];

function StoppedDrafts({ stopped }: Pick<Authority, 'stopped'>) {
  if (stopped.length === 0) return null;
  return (
    <Section title="Drafts that are stopped" id="stopped">
      <DataTable
        caption="Drafts whose power is gone"
        captionHidden
        rows={stopped}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { header: 'Draft', cell: ({ id, title }) => <Link to={`/drafts/${id}`}>{title}</Link> },
          { header: 'Why', cell: ({ refusals }) => refusals.map(({ message }) => message).join(' ') },
          { header: 'What to do', cell: ({ refusals }) => refusals.map(({ mend }) => mend).join(' ') },
        ]}
      />
    </Section>
  );
}

function Signatures({ signatures }: Pick<Authority, 'signatures'>) {
  return (
    <Section title="Signatures of persons, newest first" id="signatures">
      <DataTable
        caption="Signatures of persons"
        captionHidden
        rows={signatures}
        rowKey={({ digest }) => digest}
        empty={<p>No person has signed a filing yet. Open a draft and choose “Sign as a person”.</p>}
        columns={[
          { header: 'Person', cell: ({ holder, holderName }) => holderName ?? holder },
          { header: 'Signed', cell: ({ statement = '' }) => statement },
          { header: 'On', cell: ({ from }) => <Day date={from} /> },
        ]}
      />
    </Section>
  );
}

/** Who may act for whom: powers held and given, persons who sign, and what a lost power stops. */
export function Component() {
  const { items, signatures, stopped } = useLoaderData<typeof loader>();
  const session = useSession();
  const key = useOwnKey();
  const own = session?.tenant.did;
  const powers = items.filter(({ type }) => !PERSONS.includes(type));
  const held = powers.filter(({ holder }) => holder === own);
  return (
    <Page
      wide
      title="Authority"
      lead="Who may act for whom, from the importer’s power of attorney down to the person who signs. A revocation counts at once, also for drafts that were begun before."
    >
      <PartyTabs />
      <StoppedDrafts stopped={stopped} />
      <Section title="What you hold" id="held">
        <AuthorityTable
          rows={held}
          caption="Powers that your organization holds"
          empty="Nobody has given your organization a power here. Powers that came with documents stand in the entries."
        />
      </Section>
      <Section title="What you gave" id="given">
        <AuthorityTable
          rows={powers.filter(({ giver }) => giver === own)}
          caption="Powers that your organization gave"
          empty="Your organization has given no power here."
        />
      </Section>
      <Section title="Who signs for you" id="persons">
        <AuthorityTable
          rows={items.filter(({ type }) => PERSONS.includes(type))}
          caption="Officers and employees"
          empty="No officer or employee is attested yet."
        />
      </Section>
      <KeySection state={key} />
      {GIVERS.includes(session?.member.role ?? '') && (
        <>
          <EmployForm own={key.key && { name: key.key.name, did: key.key.signer.did }} />
          <GiveForm held={held} />
        </>
      )}
      <Signatures signatures={signatures} />
    </Page>
  );
}
