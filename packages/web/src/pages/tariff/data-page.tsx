import type { TariffDataView } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { formatDate } from '../../format/dates.ts';
import { groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { countsFor, holderWords } from './holder-words.ts';
import { ImportForm } from './import-form.tsx';
import { PageActions } from './page-actions.tsx';
import { TariffTabs } from './tariff-tabs.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

export async function loader({ request }: LoaderFunctionArgs): Promise<TariffDataView[]> {
  return (await getAsMember<{ items: TariffDataView[] }>(request, '/api/tariff/data')).items;
}

/** Who may change what an organization prices with. */
const keepers: readonly string[] = ['lead', 'filer'];

function Validity({ item }: { item: TariffDataView }) {
  if (!item.from) return <span>as its rows say</span>;
  return (
    <span>
      {formatDate(item.from)} to {item.until ? formatDate(item.until) : 'further notice'}
      {item.unknownAfter && <span className="muted small"> Unknown after it: {item.unknownAfter}</span>}
    </span>
  );
}

function Held({ item, keeper }: { item: TariffDataView; keeper: boolean }) {
  return (
    <span>
      {holderWords(item.holder)}
      {item.imported && (
        <span className="muted small">
          {' '}
          {item.imported.by}, <When at={item.imported.at} />, from {item.imported.fileName}
        </span>
      )}
      {keeper && item.holder === 'organization' && <WithdrawButton name={item.name} />}
    </span>
  );
}

/** Which tariff data is computed with: its source, how sure it is, for which days it holds; and importing more. */
export function Component() {
  const items = useLoaderData<typeof loader>();
  const session = useSession();
  const keeper = keepers.includes(session?.member.role ?? '');
  return (
    <Page
      wide
      title="Data at hand"
      lead="Everything that a price is computed with. What is not here is not guessed: the answer says so."
      trail={[{ to: '/tariff', label: 'Tariff' }]}
      actions={<PageActions />}
    >
      <TariffTabs />
      <Section title="At hand">
        <DataTable
          caption="Editions, tables and what was imported"
          rows={items}
          rowKey={({ kind, name, holder }) => `${kind} ${name} ${holder}`}
          empty="No data is at hand."
          columns={[
            { header: 'Data', cell: ({ title }) => title },
            { header: 'Valid', cell: (item) => <Validity item={item} /> },
            { header: 'Rows', numeric: true, cell: ({ rows }) => groupDigits(String(rows)) },
            { header: 'Certainty', cell: ({ certainties }) => certainties.join(', ') || 'as its rows say' },
            { header: 'Source', cell: ({ sources }) => <Sources sources={sources} /> },
            { header: 'Counts for', cell: ({ holder }) => countsFor(holder) },
            { header: 'Held', cell: (item) => <Held item={item} keeper={keeper} /> },
          ]}
        />
      </Section>
      {keeper && (
        <Section title="Import">
          <p>
            What you import counts for look-ups and worksheets of your organization. Drafts, filings and
            decisions use what the operator imports for the whole node.
          </p>
          <ImportForm />
        </Section>
      )}
    </Page>
  );
}

function Sources({ sources }: { sources: readonly string[] }) {
  const [first, ...others] = sources;
  if (others.length === 0) return <span>{first ?? '–'}</span>;
  return (
    <details>
      <summary>{sources.length} sources</summary>
      <ul>
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </details>
  );
}
