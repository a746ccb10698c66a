import type { RegisterPartySchema } from '@portolan/contract';
import type { ActOf, OversightAct } from '@portolan/parties';
import { Button, TextInput } from '@trussworks/react-uswds';
import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import type { Static } from 'typebox';
import { get, query } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { counted } from '../../format/numbers.ts';
import { schemeWords } from '../../standing/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PartyTabs } from '../parties/party-tabs.tsx';
import { overridesOf } from '../trust/oversight.ts';
import { AccreditationTable } from './accreditation-table.tsx';
import { accreditationsOf, type PublicAccreditation } from './accreditations.ts';
import { OverrideTable } from './override-table.tsx';

/** What an organization made public about itself. */
export type RegisterParty = Static<typeof RegisterPartySchema>;

interface Register {
  found: { items: RegisterParty[]; next?: string; total: number };
  accreditations: PublicAccreditation[];
  /** Overrides that agencies published, in force. */
  overrides: ActOf<'override'>[];
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Register> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const [found, acts] = await Promise.all([
    get<Register['found']>(`/api/register${query({ q: of('q'), cursor: of('cursor') })}`, request.signal),
    get<{ items: OversightAct[] }>('/api/oversight', request.signal),
  ]);
  return {
    found,
    accreditations: accreditationsOf(acts.items),
    overrides: overridesOf(acts.items),
  };
}

function Search() {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="register-q">Search</label>
        <span className="hint" id="register-q-hint">
          Name or identifier, such as 5493001KJTIIGC8Y1R12
        </span>
        <TextInput
          id="register-q"
          name="q"
          type="search"
          aria-describedby="register-q-hint"
          defaultValue={search.get('q') ?? ''}
        />
      </div>
      <Button type="submit" outline>
        Search
      </Button>
    </Form>
  );
}

/** The public register: what organizations made public about themselves, for anybody, without an account. */
export function Component() {
  const { found, accreditations, overrides } = useLoaderData<typeof loader>();
  const session = useSession();
  return (
    <Page
      wide
      title="Public register"
      lead="What organizations decided to show of what others attested about them. Nobody’s search is recorded, and nothing here says who relies on whom."
    >
      {session && <PartyTabs />}
      <Section title="Organizations">
        <Search />
        <p role="status">{counted(found.total, 'organization')}</p>
        <DataTable
          caption="Organizations that made something public"
          captionHidden
          rows={found.items}
          rowKey={({ did }) => did}
          empty={<p>Nothing public is found. Organizations decide themselves what they show.</p>}
          columns={[
            {
              header: 'Organization',
              cell: ({ did, name }) => <Link to={`/register/${encodeURIComponent(did)}`}>{name}</Link>,
            },
            {
              header: 'Identifiers',
              cell: ({ identifiers }) =>
                identifiers.map(({ scheme, value }) => `${schemeWords(scheme)} ${value}`).join('; ') ||
                'none shown',
            },
            {
              header: 'Public attestations',
              numeric: true,
              cell: ({ attestations }) => attestations.length,
            },
          ]}
        />
        <Pager next={found.next} label="Pages of organizations" />
      </Section>
      <Section title="Who may attest" aside={<Link to="/trust/policies">Policies</Link>}>
        <AccreditationTable rows={accreditations} />
      </Section>
      <Section
        title="What agencies set themselves"
        aside={<Link to="/standings/check">Check a standing</Link>}
      >
        <OverrideTable rows={overrides} />
      </Section>
    </Page>
  );
}
