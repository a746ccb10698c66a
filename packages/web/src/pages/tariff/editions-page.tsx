import type { EditionComparison, EditionView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Form, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { formatDate } from '../../format/dates.ts';
import { groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { holderWords } from './holder-words.ts';
import { PageActions } from './page-actions.tsx';
import { TariffTabs } from './tariff-tabs.tsx';

interface EditionsData {
  editions: EditionView[];
  comparison: EditionComparison | undefined;
}

export async function loader({ request }: LoaderFunctionArgs): Promise<EditionsData> {
  const search = new URL(request.url).searchParams;
  const of = (name: string) => search.get(name) || undefined;
  const [from, to] = [of('from'), of('to')];
  const asked = query({ from, to, q: of('q'), change: of('change'), cursor: of('cursor') });
  const [{ items: editions }, comparison] = await Promise.all([
    getAsMember<{ items: EditionView[] }>(request, '/api/tariff/editions'),
    from && to ? getAsMember<EditionComparison>(request, `/api/tariff/editions/compare${asked}`) : undefined,
  ]);
  return { editions, comparison };
}

function CompareForm({ editions }: { editions: readonly EditionView[] }) {
  const [search] = useSearchParams();
  const edition = (name: string, label: string, fallback: string | undefined) => (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select
        id={`compare-${name}`}
        name={name}
        className="usa-select"
        defaultValue={search.get(name) ?? fallback}
      >
        {editions.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <Form method="get" className="filters no-print" key={search.toString()}>
      {edition('from', 'From', editions.at(-2)?.id)}
      {edition('to', 'To', editions.at(-1)?.id)}
      <div className="field">
        <label htmlFor="compare-q">Numbers that begin with (optional)</label>
        <input id="compare-q" name="q" className="usa-input" defaultValue={search.get('q') ?? ''} />
      </div>
      <div className="field">
        <label htmlFor="compare-change">Change</label>
        <select
          id="compare-change"
          name="change"
          className="usa-select"
          defaultValue={search.get('change') ?? ''}
        >
          <option value="">All</option>
          <option value="added">Added</option>
          <option value="ended">Ended</option>
          <option value="changed">Changed</option>
        </select>
      </div>
      <Button type="submit">Compare</Button>
    </Form>
  );
}

/** The editions at hand, and what differs between two of them. */
export function Component() {
  const { editions, comparison } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Editions"
      lead="Each edition counts from its first day to the last day for which it is known to hold."
      trail={[{ to: '/tariff', label: 'Tariff' }]}
      actions={<PageActions />}
    >
      <TariffTabs />
      <Section title="At hand">
        <DataTable
          caption="Oldest first"
          rows={editions}
          rowKey={({ id }) => id}
          empty="No edition is at hand."
          columns={[
            { header: 'Edition', cell: ({ id }) => id },
            { header: 'In force from', cell: ({ effective }) => formatDate(effective) },
            { header: 'Known to hold until', cell: ({ horizon }) => formatDate(horizon) },
            { header: 'Published', cell: ({ knownAt }) => formatDate(knownAt) },
            { header: 'Rows', numeric: true, cell: ({ rows }) => groupDigits(String(rows)) },
            { header: 'Held by', cell: ({ holder }) => holderWords(holder) },
            { header: 'Unknown after it', cell: ({ unknownAfter }) => unknownAfter },
          ]}
        />
      </Section>
      <Section title="What changed">
        {editions.length > 1 ? (
          <CompareForm editions={editions} />
        ) : (
          <Notice tone="info">
            One edition is at hand. Import another on the page of data at hand to compare them.
          </Notice>
        )}
        {comparison && <ComparisonTable comparison={comparison} />}
      </Section>
    </Page>
  );
}
