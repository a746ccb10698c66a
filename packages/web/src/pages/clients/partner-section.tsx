import type { Client, Partner } from '@portolan/contract';
import { Button, TextInput } from '@trussworks/react-uswds';
import { Form, Link, useSearchParams } from 'react-router';
import { call } from '../../api/client.ts';
import { countryWords } from '../../format/codes.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PartnerForm } from './partner-form.tsx';

export interface Partners {
  items: Partner[];
  next?: string;
  total: number;
}

export const ROLES: Record<Partner['role'], string> = {
  manufacturer: 'Manufacturer',
  seller: 'Seller',
  consignee: 'Consignee',
  carrier: 'Carrier',
};

function Search() {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="filter-role">Role</label>
        <select id="filter-role" name="role" className="usa-select" defaultValue={search.get('role') ?? ''}>
          <option value="">all</option>
          {Object.entries(ROLES).map(([role, words]) => (
            <option key={role} value={role}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="filter-q">Name or code</label>
        <TextInput id="filter-q" name="q" type="search" defaultValue={search.get('q') ?? ''} />
      </div>
      <button type="submit" className="usa-button usa-button--outline">
        Find
      </button>
    </Form>
  );
}

function place({ address = {} }: Partner): string {
  const { street, city, region, country } = address;
  return [street, city, region, country && countryWords(country)].filter(Boolean).join(', ');
}

/** Whom a client trades with: taken from the papers of its entries, so that codes and relations are never typed twice. */
export function PartnerSection({ client, partners }: { client: Client; partners: Partners }) {
  const action = useAction();
  const announce = useAnnounce();
  const path = `/api/clients/${encodeURIComponent(client.number)}/partners`;
  const remove = async ({ role, key, name }: Partner) => {
    const done = await action.run(() => call('DELETE', `${path}/${role}/${encodeURIComponent(key)}`));
    if (done) announce(`${name} removed`);
  };
  return (
    <Section
      title="Manufacturers and trading partners"
      id="partners"
      aside={<span className="muted">{partners.total}</span>}
    >
      <p>
        Taken from the papers of each entry that you file. A manufacturer's code (MID) and whether a seller is
        related then stand in every draft.
      </p>
      <ErrorSummary title="Not removed" refusals={action.refusals} />
      <Search />
      <DataTable
        caption="Manufacturers and trading partners"
        captionHidden
        rows={partners.items}
        rowKey={({ role, key }) => `${role} ${key}`}
        empty={<p>Nobody here. The first entry that you file for this client fills the list.</p>}
        columns={[
          { header: 'Name', cell: ({ name }) => name },
          { header: 'Role', cell: ({ role }) => ROLES[role] },
          { header: 'Code', cell: ({ code }) => code ?? 'none' },
          { header: 'Address', cell: (partner) => place(partner) || 'not known' },
          {
            header: 'Related',
            cell: ({ role, related }) =>
              role === 'seller'
                ? related === undefined
                  ? 'not known'
                  : related
                    ? 'yes'
                    : 'no'
                : 'not asked',
          },
          {
            header: 'Last entry',
            cell: ({ lastEntry }) =>
              lastEntry ? <Link to={`/entries/${lastEntry}`}>{lastEntry}</Link> : 'entered by hand',
          },
          {
            header: 'Remove',
            cell: (partner) => (
              <Button type="button" unstyled disabled={action.busy} onClick={() => remove(partner)}>
                Remove <span className="usa-sr-only">{partner.name}</span>
              </Button>
            ),
          },
        ]}
      />
      <Pager next={partners.next} label="Pages of partners" />
      <details>
        <summary>Enter a partner by hand</summary>
        <PartnerForm path={path} />
      </details>
    </Section>
  );
}
